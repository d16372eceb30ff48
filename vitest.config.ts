import { defineConfig } from "vitest/config";

/** A browser that starts on a busy machine, a page that is read to its end: slow, but not stuck. */
const BROWSER_TEST_MS = 60_000;
const BROWSER_HOOK_MS = 120_000;
/** Properties are tried on hundreds of cases, and a machine may be busy with something else. */
const UNIT_TEST_MS = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        // Pure code and small pieces of DOM, beside the files that they test.
        extends: true,
        test: {
          name: "unit",
          include: ["entrypoints/**/*.test.ts", "src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
          testTimeout: UNIT_TEST_MS,
          hookTimeout: UNIT_TEST_MS,
        },
      },
      {
        // The built extension in a real browser: BROWSER=chromium (as without it) or BROWSER=firefox.
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          // One browser at a time: two of them on a small machine would test each other's patience.
          fileParallelism: false,
          testTimeout: BROWSER_TEST_MS,
          hookTimeout: BROWSER_HOOK_MS,
        },
      },
    ],
  },
});
