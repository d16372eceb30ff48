// @ts-nocheck: it runs in the world of a content script, where nothing has the types of this project.
/**
 * Put before the reader's code in a copy of the built extension, in whose world and scope it runs: it times what the
 * reader does without changing a line of it. A slice is one stretch of the reader's code on the page's thread: what
 * the browser calls (an idle pause, a timer, an answer, a change of the page) and the promises that follow from it.
 */
(() => {
  /** Promise reactions after which whatever an entry into the reader has set off has run. */
  const REACTIONS = 40;
  const KINDS = ["person", "event", "organisation", "place", "document", "weapon", "idea"];
  const real = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;
  /** `[start, end, highlighted pieces at the end]`, milliseconds since navigation. */
  const slices = [];
  /** `[sent, answered]` of each message to the background. */
  const messages = [];

  const registry = () => Object.getOwnPropertyDescriptor(CSS, "highlights").get.call(CSS);
  const highlighted = () => KINDS.reduce((sum, kind) => sum + (registry().get(`backstory-${kind}`)?.size ?? 0), 0);

  let begun = 0;
  let open = false;
  function begin() {
    if (open) return;
    open = true;
    begun = performance.now();
    void settle();
  }
  async function settle() {
    for (let left = REACTIONS; left > 0; left--) await Promise.resolve();
    const ended = performance.now();
    open = false;
    slices.push([begun, ended, highlighted()]);
  }
  const timed = (callback) =>
    function (...args) {
      begin();
      return callback.apply(this, args);
    };

  const { requestIdleCallback: idle, setTimeout: later, requestAnimationFrame: frame, MutationObserver: Observer } = globalThis;
  const define = (target, name, value) => Object.defineProperty(target, name, { value, configurable: true, writable: true });
  define(globalThis, "requestIdleCallback", (callback, options) => idle(timed(callback), options));
  define(globalThis, "setTimeout", (callback, delay) => later(timed(callback), delay));
  define(globalThis, "requestAnimationFrame", (callback) => frame(timed(callback)));
  define(
    globalThis,
    "MutationObserver",
    class extends Observer {
      constructor(callback) {
        super(timed(callback));
      }
    },
  );

  async function send(message) {
    const at = messages.push([performance.now(), Infinity]) - 1;
    const reply = await real.runtime.sendMessage(message);
    messages[at][1] = performance.now();
    begin();
    return reply;
  }
  async function get(key) {
    const value = await real.storage.local.get(key);
    begin();
    return value;
  }
  const { runtime, storage } = real;
  define(globalThis, "browser", {
    runtime: { id: runtime.id, onMessage: runtime.onMessage, sendMessage: send },
    storage: { local: { get, onChanged: storage.local.onChanged } },
  });

  async function longestEmptySlice() {
    let longest = 0;
    for (let left = 100; left > 0; left--) {
      await new Promise((resolve) => later(resolve));
      const start = performance.now();
      while (performance.now() < start + 4);
      longest = Math.max(longest, performance.now() - start);
    }
    return longest;
  }

  const reply = (value) => document.documentElement.setAttribute("data-bench", JSON.stringify(value));
  document.addEventListener("bench:report", () => reply({ slices, messages }));
  document.addEventListener("bench:bare", async () => {
    const walkBegan = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let length = 0;
    let nodes = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      length += node.data.length;
      nodes++;
    }
    const walk = performance.now() - walkBegan;
    const text = document.body.textContent;
    const sent = performance.now();
    const echoed = await real.runtime.sendMessage({ bench: text });
    const message = performance.now() - sent;
    if (echoed.bench.length !== length) throw new Error("The message came back in another length.");
    reply({ walk, message, nodes, length, control: await longestEmptySlice() });
  });
})();
