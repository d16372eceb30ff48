import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { preact } from "@preact/preset-vite";
import { minify, type MinifyOptions } from "terser";
import { defineConfig } from "wxt";
import { echoesPath, SHIPPED_PACKS } from "./src/library/shipped-packs";
import { compileTo } from "./scripts/lib/compiled-pack";
import { readyTo } from "./scripts/lib/ready-echoes";
import { leanPreactInPages } from "./scripts/lib/lean-preact";

/** Where packs are compiled to before they are copied into a build. */
const CACHE = ".cache";

/** Fixed, so that Firefox knows a temporary installation and an update as the same extension. */
const FIREFOX_ID = "backstory@backstory.example";

/**
 * WXT wraps the scripts that run in pages in code that logs a crash, but only in development. Without it each is 0.1 kB
 * smaller, gzipped; a crash is in the console in any case.
 */
const bareScripts = {
  name: "backstory:bare-scripts",
  transform(code: string, id: string): string | undefined {
    if (id.endsWith("define-unlisted-script.mjs")) return "export const defineUnlistedScript = (main) => main;";
    // No page can give a script of ours another `browser`: that it has an id need not be asked.
    if (id.endsWith("@wxt-dev/browser/src/index.mjs")) return "export const browser = globalThis.browser ?? globalThis.chrome;";
    const script = id.includes("wxt-unlisted-script-entrypoint") && /import definition from ["'][^"']+["'];/.exec(code);
    return script ? `${script[0]}\nexport default definition();` : undefined;
  },
};

/**
 * Elements are made by Preact's own `h`, which is there in any case, rather than by its JSX runtime, which would come
 * on top: 0.3 kB smaller, gzipped.
 */
const classicJsx = {
  name: "backstory:classic-jsx",
  enforce: "pre" as const,
  config: () => ({
    oxc: { jsx: { runtime: "classic" as const, importSource: undefined, pragma: "jsxElement", pragmaFrag: "JsxFragment" } },
  }),
  transform(code: string, id: string): string | undefined {
    if (!id.endsWith(".tsx")) return undefined;
    return `import { h as jsxElement, Fragment as JsxFragment } from "preact";${code}`;
  },
};

/** Only these become methods: `func` goes to a page as its text, and that of a method would not be code. Types know no pattern here. */
const METHODS = /^(?!func$)/ as unknown as boolean;

/**
 * pdf.js as its makers built it, for the oldest of our browsers ("legacy"), with what it loads when a PDF wants it, and its
 * licences. Neither WebAssembly, which pages of extensions may not run, nor what only that would use.
 */
function pdfFiles(): { relativeDest: string; absoluteSrc: string }[] {
  const from = resolve("node_modules/pdfjs-dist");
  const folder = (name: string, wanted: (file: string) => boolean) =>
    readdirSync(join(from, name)).filter(wanted).map((file) => `${name}/${file}`);
  const files = [
    "LICENSE",
    ...folder("cmaps", () => true),
    ...folder("standard_fonts", () => true),
    ...folder("wasm", (file) => /nowasm|^LICENSE_(?:PDFJS_)?OPENJPEG$/.test(file)),
  ];
  const built = ["pdf.min.mjs", "pdf.worker.min.mjs"].map((file) => ({ relativeDest: `pdfjs/${file}`, absoluteSrc: join(from, "legacy/build", file) }));
  return [...built, ...files.map((file) => ({ relativeDest: `pdfjs/${file}`, absoluteSrc: join(from, file) }))];
}

/** How the code is made small. */
const SMALL: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  compress: { passes: 3, unsafe: true, unsafe_arrows: true, unsafe_methods: METHODS, pure_getters: true, keep_fargs: false },
};

/** The minifier sees a script before it is wrapped; names that are given once more after that make it 0.4 % smaller, gzipped. */
const smallOnceMore = {
  name: "backstory:small-once-more",
  async generateBundle(_: unknown, bundle: Record<string, { type: string; fileName: string; code?: string }>): Promise<void> {
    for (const chunk of Object.values(bundle)) {
      if (!chunk.code || !ONCE_MORE.includes(chunk.fileName)) continue;
      const small = (await minify(chunk.code, SMALL)).code ?? chunk.code;
      // One word for all declarations: another 0.4 %. None of our texts in these scripts has this one before a name.
      chunk.code = small.replace(/\bconst(?=[ [{])/g, "let");
    }
  },
};
const ONCE_MORE = ["reader.js", "card.js", "highlighter.js", "bar.js", "corrector.js"];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false }), classicJsx, leanPreactInPages(), bareScripts, smallOnceMore],
    // The oldest browsers that have what Backstory is made of; see the manifest below.
    build: {
      target: ["chrome128", "firefox140"],
      sourcemap: false,
      // 4 % smaller, gzipped, than the minifier that comes with Vite: every page pays for these bytes.
      minify: "terser",
      terserOptions: SMALL,
    },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_extension_name__",
    short_name: "Backstory",
    description: "__MSG_extension_description__",
    default_locale: "en",
    // Offscreen: Chromium's worker can make a file only through a page.
    permissions: ["activeTab", "storage", "unlimitedStorage", "scripting", "contextMenus", "alarms", ...(browser === "firefox" ? [] : ["offscreen"])],
    // Asked for when the reader wants a backup a day.
    optional_permissions: ["downloads"],
    host_permissions: ["<all_urls>"],
    content_scripts: [
      { matches: ["http://*/*", "https://*/*", "file:///*"], js: ["reader.js"], css: ["assets/marks.css"] },
    ],
    action: { default_title: "__MSG_extension_name__" },
    omnibox: { keyword: "ctx" },
    commands: {
      // Chromium takes four suggested keys at most; the rest are the reader's to set. A look-up is also for pages
      // on which there is nothing else of ours to press; after the last name comes the first again.
      "highlight": { suggested_key: { default: "Alt+Shift+H" }, description: "__MSG_command_highlight__" },
      "note": { ...(browser === "firefox" ? { suggested_key: { default: "Alt+Shift+N" } } : {}), description: "__MSG_command_note__" },
      "next-mention": { suggested_key: { default: "Alt+Shift+Period" }, description: "__MSG_command_next__" },
      "previous-mention": { ...(browser === "firefox" ? { suggested_key: { default: "Alt+Shift+Comma" } } : {}), description: "__MSG_command_previous__" },
      "open-card": { suggested_key: { default: "Alt+Shift+O" }, description: "__MSG_command_open__" },
      "pin-card": { ...(browser === "firefox" ? { suggested_key: { default: "Alt+Shift+K" } } : {}), description: "__MSG_command_pin__" },
      "look-up": { suggested_key: { default: "Alt+Shift+L" }, description: "__MSG_command_look_up__" },
      "close-card": { description: "__MSG_command_close__" },
      // Firefox opens sidebars by a command of its own.
      [browser === "firefox" ? "_execute_sidebar_action" : "open-panel"]: { description: "__MSG_command_open_panel__" },
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              // The Custom Highlight API.
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
            // The first that reads what is said of data collection there.
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : // caretPositionFromPoint, with its way into shadow roots.
        { minimum_chrome_version: "128" }),
  }),
  hooks: {
    "build:publicAssets": async (_, files) => {
      for (const { id, path } of SHIPPED_PACKS) {
        const absoluteSrc = resolve(CACHE, path);
        await compileTo(absoluteSrc, `packs/${id}`);
        const echoes = echoesPath(path);
        await readyTo(resolve(CACHE, echoes), absoluteSrc);
        files.push({ relativeDest: path, absoluteSrc }, { relativeDest: echoes, absoluteSrc: resolve(CACHE, echoes) });
      }
      files.push(...pdfFiles());
    },
  },
});
