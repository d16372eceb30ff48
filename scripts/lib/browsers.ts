/** Finds the browsers of this machine, and installs one where that is possible. */
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./child.mjs";
import { Trouble } from "./trouble";

/** The two engines that Backstory runs in; a test that passes in one browser of a family speaks for the family. */
export type Family = "chromium" | "firefox";

export interface InstalledBrowser {
  /** What a person calls it: "Microsoft Edge". */
  title: string;
  family: Family;
  /** The program to start. */
  path: string;
}

interface KnownBrowser {
  /** As `--browser` takes it. */
  name: string;
  title: string;
  family: Family;
  /** Commands on the search path, for Linux and the BSDs. */
  commands: string[];
  /** Below `/Applications` or `~/Applications`. */
  mac: string[];
  /** Below `Program Files`, `Program Files (x86)` or the user's local application data. */
  windows: string[];
}

/** In the order in which they are tried. */
const KNOWN: readonly KnownBrowser[] = [
  {
    name: "chromium",
    title: "Chromium",
    family: "chromium",
    commands: ["chromium", "chromium-browser", "ungoogled-chromium"],
    mac: ["Chromium.app/Contents/MacOS/Chromium"],
    windows: ["Chromium\\Application\\chrome.exe"],
  },
  {
    name: "chrome",
    title: "Google Chrome",
    family: "chromium",
    commands: ["google-chrome-stable", "google-chrome", "google-chrome-beta"],
    mac: ["Google Chrome.app/Contents/MacOS/Google Chrome"],
    windows: ["Google\\Chrome\\Application\\chrome.exe"],
  },
  {
    name: "edge",
    title: "Microsoft Edge",
    family: "chromium",
    commands: ["microsoft-edge-stable", "microsoft-edge"],
    mac: ["Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
    windows: ["Microsoft\\Edge\\Application\\msedge.exe"],
  },
  {
    name: "brave",
    title: "Brave",
    family: "chromium",
    commands: ["brave-browser", "brave"],
    mac: ["Brave Browser.app/Contents/MacOS/Brave Browser"],
    windows: ["BraveSoftware\\Brave-Browser\\Application\\brave.exe"],
  },
  {
    name: "firefox",
    title: "Firefox",
    family: "firefox",
    commands: ["firefox", "firefox-esr", "firefox-developer-edition"],
    mac: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
    windows: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"],
  },
  {
    name: "librewolf",
    title: "LibreWolf",
    family: "firefox",
    commands: ["librewolf"],
    mac: ["LibreWolf.app/Contents/MacOS/librewolf"],
    windows: ["LibreWolf\\librewolf.exe"],
  },
];

/** What `--browser` understands besides a path. */
export const BROWSER_NAMES: readonly string[] = KNOWN.map((known) => known.name);

/**
 * The oldest versions that can show a card and be handed an extension: the Custom Highlight API came to Firefox
 * with 140, `document.caretPositionFromPoint` to Chromium with 128.
 */
const OLDEST: Record<Family, number> = { chromium: 128, firefox: 140 };

/**
 * Finds a browser on this machine.
 * @param wanted A family, a name of `BROWSER_NAMES`, or the path of a program. Nothing: whichever there is.
 * @throws {Trouble} Where a path is given and there is no such program.
 */
export function findBrowser(wanted?: string): InstalledBrowser | undefined {
  if (wanted && /[\\/]/.test(wanted)) return browserAt(wanted);
  for (const known of KNOWN) {
    if (wanted && wanted !== known.name && wanted !== known.family) continue;
    const path = candidates(known).find(isProgram);
    if (path) return { title: known.title, family: known.family, path };
  }
  return undefined;
}

/**
 * Finds a browser, or installs one: Debian's packages, where this is Debian and we are root.
 * @param say Hears what is being done while something is installed.
 * @throws {Trouble} With what to install, where that is not for us to do.
 */
export async function findOrInstallBrowser(wanted: string | undefined, say: (detail: string) => void): Promise<InstalledBrowser> {
  let found = findBrowser(wanted);
  if (!found) {
    await install(wanted, say);
    found = findBrowser(wanted);
  }
  if (!found) throw new Trouble(`The browser was installed but cannot be found: start again with --browser and its path.`);
  await checkVersion(found);
  return found;
}

/** A program at a path that somebody gave us; its name tells the family. */
function browserAt(path: string): InstalledBrowser {
  if (!isProgram(path)) throw new Trouble(`There is no program at ${path}: give the path of a browser, or one of ${BROWSER_NAMES.join(", ")}.`);
  const family: Family = /firefox|librewolf|waterfox|zen|floorp/i.test(path) ? "firefox" : "chromium";
  return { title: path, family, path };
}

/** Where this browser may be on this kind of machine. */
function candidates(known: KnownBrowser): string[] {
  const { HOME = "", PATH = "" } = process.env;
  if (process.platform === "darwin") return ["/Applications", join(HOME, "Applications")].flatMap((folder) => known.mac.map((app) => join(folder, app)));
  if (process.platform === "win32") {
    const folders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((name) => process.env[name]).filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => known.windows.map((program) => join(folder, program)));
  }
  const folders = [...PATH.split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"].filter(Boolean);
  return known.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() && !isSnapStub(path);
  } catch {
    return false;
  }
}

/** Ubuntu's packages of these names hold a script that only points to snap's program, which we look for anyway. */
function isSnapStub(path: string): boolean {
  const real = realpathSync(path);
  return statSync(real).size < 10_000 && readFileSync(real, "utf8").includes("/snap/bin/");
}

/** Whether the program comes from snap, which shows it another `/tmp` than ours. */
export function isSnap(browser: InstalledBrowser): boolean {
  return process.platform === "linux" && (browser.path.startsWith("/snap/") || realpathSync(browser.path).endsWith("/snap"));
}

async function checkVersion({ title, family, path }: InstalledBrowser): Promise<void> {
  // On Windows, `--version` opens a window instead of answering.
  if (process.platform === "win32") return;
  const { stdout } = await run(path, ["--version"], { timeoutMs: 20_000 });
  const version = Number(/(\d+)\.\d/.exec(stdout)?.[1]);
  if (version < OLDEST[family]) throw new Trouble(`${title} ${version} is too old for Backstory: update it to ${OLDEST[family]} or later.`);
}

const DEBIAN_PACKAGE: Record<Family, string> = { chromium: "chromium", firefox: "firefox-esr" };

/** Chinese, Japanese and Korean names show as boxes without; nothing else depends on it. */
const CJK_FONTS = "fonts-noto-cjk";
const FONTS_LIMIT_MS = 180_000;

async function install(wanted: string | undefined, say: (detail: string) => void): Promise<void> {
  const known = KNOWN.find((browser) => wanted === browser.name || wanted === browser.family);
  const family = known?.family ?? "chromium";
  const missing = wanted ? `There is no ${known?.title ?? wanted} on this machine` : "There is no browser on this machine that Backstory runs in";
  if (wanted && !known) throw new Trouble(`“${wanted}” is not a browser we know: say one of ${BROWSER_NAMES.join(", ")}, or the path of a program.`);
  if (process.platform !== "linux") throw new Trouble(`${missing}: install Chrome, Edge, Chromium or Firefox and start again, or give its path with --browser.`);
  const system = readSystem();
  if (system === "ubuntu") {
    throw new Trouble(
      `${missing}, and Ubuntu's own packages of them are only pointers to snap: run “snap install ${family}”, or install Google Chrome's or Mozilla's own package, and start again.`,
    );
  }
  const packageName = DEBIAN_PACKAGE[family];
  if (system !== "debian") throw new Trouble(`${missing}: install ${packageName === "chromium" ? "Chromium" : "Firefox"} with your system's package manager and start again.`);
  if (process.getuid?.() !== 0) throw new Trouble(`${missing}: run “sudo apt-get install ${packageName}” and start again.`);
  await aptInstall(packageName, say);
}

function readSystem(): "debian" | "ubuntu" | "other" {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  const ids = [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(([, value = ""]) => value.split(" "));
  // Linux Mint is like Ubuntu, but packages the browsers itself.
  if (ids.includes("ubuntu") && !ids.includes("linuxmint")) return "ubuntu";
  return ids.includes("debian") ? "debian" : "other";
}

async function aptInstall(packageName: string, say: (detail: string) => void): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = async (args: string[], timeoutMs?: number) => run("apt-get", args, { env, onLine: say, ...(timeoutMs && { timeoutMs }) });
  say("apt-get update");
  await apt(["update"]);
  const { code, output } = await apt(["install", "-y", "--no-install-recommends", packageName]);
  if (code !== 0) {
    const reason = output.split("\n").find((line) => line.startsWith("E: ")) ?? "no reason was given";
    throw new Trouble(`apt-get could not install ${packageName} (${reason}): install a browser by hand and start again.`);
  }
  const fonts = await run("fc-list", [":lang=zh"]);
  if (fonts.code === 0 && fonts.stdout.trim() === "") await apt(["install", "-y", "--no-install-recommends", CJK_FONTS], FONTS_LIMIT_MS);
}
