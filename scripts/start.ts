/**
 * `npm start`: builds Backstory and opens a browser with it, in a fresh profile, on the welcome page and an article
 * to try it on. Without a screen: opens the article, hovers three names and tells what their cards show.
 */
import { statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Driven, EXTENSION, launch } from "./drive/launch";
import { folder, type Responder, serve } from "./drive/serve";
import { BROWSER_NAMES, findOrInstallBrowser, type InstalledBrowser } from "./lib/browsers";
import { buildExtension } from "./lib/build-extension";
import { ROOT } from "./lib/install.mjs";
import { createProgress } from "./lib/progress.mjs";
import { onStop, stop, stopOnCrash } from "./lib/stop.mjs";
import { explain, Trouble } from "./lib/trouble";
import { showCards } from "./start/show";

const HELP = `npm start -- [options]

  --browser NAME    ${BROWSER_NAMES.join(", ")}, or the path of a program
  --url PAGE        open this page (an address, or an HTML file of yours) instead of the article
  --headless        no window: print three cards and write pictures of them
  --screenshots DIR where the pictures go; with a window, takes them too
  --help`;

const SCREEN = { width: 1280, height: 900 };

/** A page from the network that has not come by then will not come. */
const LOAD_MS = 30_000;

interface Options {
  browser: string | undefined;
  url: string | undefined;
  headless: boolean;
  screenshots: string | undefined;
}

stopOnCrash();
const progress = createProgress();
try {
  const options = readOptions();
  await start(options);
  await stop(0);
} catch (error) {
  console.error(explain(error));
  await stop(1);
}

function readOptions(): Options {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        browser: { type: "string" },
        url: { type: "string" },
        headless: { type: "boolean", default: false },
        screenshots: { type: "string" },
        help: { type: "boolean" },
      },
    }));
  } catch (error) {
    throw new Trouble(`${(error as Error).message.split(".")[0]}.\n\n${HELP}`);
  }
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const noScreen = process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"];
  if (noScreen && !values.headless) console.error("There is no screen here: showing what a reader would see as text and pictures.");
  return { browser: values.browser, url: values.url, headless: values.headless || noScreen, screenshots: values.screenshots };
}

async function start({ browser: wanted, url, headless, screenshots }: Options): Promise<void> {
  const page = await findPage(url);
  const browser = await progress.step("Looking for a browser", (say) => findOrInstallBrowser(wanted, say));
  await progress.step("Building Backstory", () => buildExtension(browser.family));
  const driven = await progress.step(`Starting ${browser.title}`, () =>
    launch({
      browser,
      extension: join(ROOT, EXTENSION[browser.family]),
      headless,
      offline: headless && page.local,
      ...(headless && { viewport: SCREEN }),
    }),
  );
  const pictures = screenshots ?? (headless ? `screenshots/start-${browser.family}` : undefined);
  const [blank] = await driven.browser.pages();
  if (!headless) await driven.extensionPage("welcome.html");
  const article = await driven.browser.newPage();
  await open(article, page.address);
  // The tab that the browser began with, which a person would have to close.
  if (!headless) await blank?.close();
  if (pictures) {
    const files = await showCards(article, pictures, console.log);
    console.log(`Pictures: ${files.join(", ")}`);
  }
  if (!headless) await untilClosed(driven, browser);
  await driven.close();
}

interface PageToOpen {
  address: string;
  /** Whether it is served by us, so that nothing has to be asked of the network. */
  local: boolean;
}

/** Serves the article, or the reader's file: on `file://` a browser may keep extensions away. */
async function findPage(url: string | undefined): Promise<PageToOpen> {
  const isAddress = url !== undefined && /^https?:\/\//i.test(url);
  if (url !== undefined && !isAddress && !statSync(url, { throwIfNoEntry: false })?.isFile()) {
    throw new Trouble(`There is no file ${url}: give --url an HTML file, or an address that begins with http.`);
  }
  const ours = folder(join(ROOT, "scripts/start"));
  const file = url !== undefined && !isAddress ? url : undefined;
  const site = await serve(file ? (path) => (path.startsWith("/page/") ? savedPage(file)(path.slice("/page".length)) : ours(path)) : ours);
  onStop(() => site.close());
  if (isAddress) return { address: url, local: false };
  return { address: `${site.origin}${file ? `/page/${encodeURIComponent(basename(file))}` : "/article.html"}`, local: true };
}

/** A saved page and the folder that browsers save with it; nothing else that lies beside it. */
function savedPage(file: string): Responder {
  const name = basename(file);
  const parts = `/${basename(file, extname(file))}_files/`;
  const beside = folder(resolve(file, ".."));
  return (path) => (path === `/${name}` || path.startsWith(parts) ? beside(path) : undefined);
}

async function open(page: Awaited<ReturnType<Driven["extensionPage"]>>, address: string): Promise<void> {
  try {
    await page.goto(address, { waitUntil: "domcontentloaded", timeout: LOAD_MS });
  } catch (error) {
    throw new Trouble(`${address} could not be opened (${(error as Error).message.split("\n")[0]}).`);
  }
}

/** Waits until the reader closes the browser, or its last tab. */
async function untilClosed({ browser }: Driven, { title }: InstalledBrowser): Promise<void> {
  console.log(`\n${title} is open, in a profile of its own: yours is not touched. Rest the pointer on an underlined name.`);
  console.log("Close the browser, or press Ctrl-C here, to end.");
  await new Promise<void>((ended) => {
    browser.once("disconnected", () => ended());
    browser.on("targetdestroyed", () => {
      if (!browser.targets().some((target) => target.type() === "page")) ended();
    });
  });
}
