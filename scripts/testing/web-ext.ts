/** Mozilla's linter for extensions, with what we know and accept of its findings. */
import { run } from "../lib/child.mjs";
import { ROOT } from "../lib/install.mjs";
import { failed, passed, type StepResult } from "./step";

interface Finding {
  _type: "error" | "warning" | "notice";
  code: string;
  message: string;
  file?: string;
  line?: number;
}

interface Accepted {
  build: "chrome" | "firefox" | "both";
  code: string;
  why: string;
  /** The folder that it is found in; nothing: anywhere. */
  below?: string;
}

/** What the linter says of our builds and why that is all right. Once it no longer says so, the line has to go. */
const ACCEPTED: readonly Accepted[] = [
  { build: "chrome", code: "BACKGROUND_SERVICE_WORKER_NOFALLBACK", why: "The build for Chromium is not for Firefox." },
  { build: "chrome", code: "ADDON_ID_REQUIRED", why: "Only Firefox wants an id in the manifest; Chromium would warn of it." },
  { build: "chrome", code: "MISSING_DATA_COLLECTION_PERMISSIONS", why: "As the id: for Firefox alone." },
  { build: "chrome", code: "MANIFEST_PERMISSIONS", why: "“offscreen” is a permission of Chromium's: its background cannot make the address of a file to be downloaded." },
  { build: "both", code: "DANGEROUS_EVAL", below: "pdfjs/", why: "pdf.js compiles no code where it is told not to, as we tell it; the rest is how old libraries find the global object." },
  { build: "both", code: "UNSAFE_VAR_ASSIGNMENT", below: "pdfjs/", why: "pdf.js loads its own worker, and the decoder that we tell it the place of." },
  { build: "both", code: "UNSAFE_VAR_ASSIGNMENT", below: "chunks/", why: "The viewer loads pdf.js from the extension itself. And Preact's code for dangerouslySetInnerHTML, which we never use: the linter of our own sources sees to that." },
];

const LIMIT_MS = 120_000;

export async function lintBuild(build: "chrome" | "firefox"): Promise<StepResult> {
  const { code, output, stdout } = await run(
    process.execPath,
    ["node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", `.output/${build}-mv3`, "--output", "json", "--no-config-discovery"],
    { cwd: ROOT, timeoutMs: LIMIT_MS },
  );
  const findings = parse(stdout);
  if (!findings) return failed(`web-ext ended with ${code}:\n${output}`);
  const complaints = judge(findings, ACCEPTED.filter((accepted) => accepted.build === build || accepted.build === "both"));
  return complaints.length ? failed(complaints.join("\n")) : passed(`${findings.length} findings, all explained`);
}

function parse(stdout: string): Finding[] | undefined {
  try {
    const report = JSON.parse(stdout) as Record<"errors" | "warnings" | "notices", Finding[]>;
    return [...report.errors, ...report.warnings, ...report.notices];
  } catch {
    return undefined;
  }
}

/** Findings that nobody has accepted, and accepted ones that are no longer found. */
export function judge(findings: readonly Finding[], accepted: readonly Pick<Accepted, "code" | "why" | "below">[]): string[] {
  const covers = ({ code, below = "" }: (typeof accepted)[number], finding: Finding) => code === finding.code && (finding.file ?? "").startsWith(below);
  const unexplained = findings.filter((finding) => !accepted.some((each) => covers(each, finding)));
  const unused = accepted.filter((each) => !findings.some((finding) => covers(each, finding)));
  return [
    ...unexplained.map(({ _type, code, message, file, line }) => `${_type} ${code}${file ? ` in ${file}${line ? `:${line}` : ""}` : ""}: ${message}`),
    ...unused.map(({ code, why }) => `${code} is explained (“${why}”) but no longer found: take it out of ACCEPTED.`),
  ];
}
