// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as fc from "fast-check";
import * as whole from "preact";
import { expect, test } from "vitest";
import { leanPreact } from "./lean-preact";

const source = readFileSync(join(createRequire(import.meta.url).resolve("preact"), "../preact.mjs"), "utf8");

/** Runs code as it stands there, and nothing that a test runner makes of it. */
function evaluated(code: string): typeof whole {
  const named = code.replace(/export\{(.+?)\};/, (_, list: string) => `return{${list.replace(/([\w$]+) as ([\w$]+)/g, "$2:$1")}}`);
  return new Function(named)() as typeof whole;
}
const lean = evaluated(leanPreact(source));

test("a release that differs is not cut blindly", () => {
  expect(() => leanPreact(source.replace("contextType", "contextKind"))).toThrow("Preact has changed");
  expect(() => leanPreact(leanPreact(source))).toThrow("Preact has changed");
});

interface Tree {
  tag: string;
  key: string | undefined;
  props: Record<string, unknown>;
  children: (Tree | string)[];
}

const { tree } = fc.letrec<{ tree: Tree; child: Tree | string }>((tie) => ({
  child: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.string({ maxLength: 3 }), tie("tree")),
  tree: fc.record({
    tag: fc.constantFrom("p", "button", "svg", "Counter", "Fragment", "input", "li"),
    key: fc.option(fc.constantFrom("a", "b", "c"), { nil: undefined }),
    props: fc.record(
      { class: fc.constantFrom("x", "y"), "aria-pressed": fc.boolean(), tabIndex: fc.constantFrom(0, -1), disabled: fc.boolean(), role: fc.constantFrom("status", "list") },
      { requiredKeys: [] },
    ),
    children: fc.array(tie("child"), { maxLength: 4 }),
  }),
}));

/** A component with a state that each press raises, and with all of the life cycle that ours use. */
function counterOf(preact: typeof whole, log: string[]) {
  return class Counter extends preact.Component<{ children?: whole.ComponentChildren }, { count: number }> {
    override state = { count: 0 };
    override componentDidUpdate() {
      log.push(`updated ${this.state.count}`);
    }
    override componentWillUnmount() {
      log.push(`gone ${this.state.count}`);
    }
    override render({ children }: { children?: whole.ComponentChildren }, { count }: { count: number }) {
      return preact.h("b", { onClick: () => this.setState({ count: count + 1 }), ref: (b: Element | null) => void log.push(b ? "there" : "away") }, String(count), children);
    }
  };
}

function drawer(preact: typeof whole) {
  const log: string[] = [];
  const Counter = counterOf(preact, log);
  const draw = ({ tag, key, props, children }: Tree): whole.VNode => {
    const inside = children.map((child) => (typeof child === "string" ? child : draw(child)));
    const type = tag === "Counter" ? Counter : tag === "Fragment" ? preact.Fragment : tag;
    const own = tag === "Counter" || tag === "Fragment" ? {} : props;
    return preact.h(type as string, { ...own, key } as whole.Attributes, ...(tag === "input" ? [] : inside));
  };
  const root = document.createElement("div");
  return { root, log, show: (each: Tree | null) => preact.render(each && draw(each), root) };
}

test("whatever is drawn one after another, it is what the whole of Preact draws, also after presses", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), async (trees) => {
      const [one, other] = [drawer(whole), drawer(lean)];
      for (const each of [...trees, null]) {
        for (const { root, show } of [one, other]) {
          show(each);
          root.querySelectorAll("b").forEach((b) => b.dispatchEvent(new MouseEvent("click")));
        }
        await Promise.resolve();
        expect(other.root.outerHTML).toBe(one.root.outerHTML);
      }
      expect(other.log).toEqual(one.log);
    }),
    { numRuns: 300 },
  );
});
