import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  deadline,
  DWELL_MS,
  FETCH_MS,
  FLYING_SPEED,
  GRACE_MS,
  type HoverEvent,
  type HoverState,
  pending,
  reduce,
  START,
  top,
} from "./reducer";

/** An answer that says for which question it is, so that a stale one gives itself away. */
type Answer = { for: number };
type State = HoverState<Answer>;
type Event = HoverEvent<Answer>;
type Move = { type: "over"; mention: string; speed: number; toward: boolean } | { type: "off"; toward: boolean };

const mention = fc.constantFrom("peng", "mikoyan", "august");
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    type: fc.constant("over" as const),
    mention,
    speed: fc.constantFrom(0, 0.1, FLYING_SPEED, 3, Infinity),
    toward: fc.boolean(),
  }),
  fc.record({ type: fc.constant("off" as const), toward: fc.boolean() }),
);

/** What happens, and how many ms after the event before. */
type Step = { wait: number; event: DistributiveOmit<Event, "at"> };
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const anything: fc.Arbitrary<Step["event"]> = fc.oneof(
  { weight: 4, arbitrary: move },
  { weight: 3, arbitrary: fc.constant({ type: "tick" as const }) },
  fc.constantFrom(...(["inside", "close", "back", "retry", "scroll"] as const)).map((type) => ({ type })),
  fc.record({
    type: fc.constant("press" as const),
    mention: fc.option(mention),
    link: fc.boolean(),
    touch: fc.boolean(),
  }),
  fc.record({ type: fc.constant("open" as const), mention }),
  fc.record({ type: fc.constant("gone" as const), mention }),
  fc.record({ type: fc.constant("pin" as const), on: fc.boolean() }),
  fc.record({ type: fc.constant("follow" as const), ref: fc.constantFrom("pack/mao", "pack/kim") }),
  fc.integer({ min: 0, max: 12 }).map((token) => ({ type: "answer" as const, token, answer: { for: token } })),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ wait: fc.constantFrom(0, 1, 40, FETCH_MS, 160, DWELL_MS, GRACE_MS, 5000), event: anything }),
  { maxLength: 40 },
);

/** Runs the steps from the start; `look` sees every state on the way, with the state before it and the event. */
function run(list: Step[], look: (state: State, before: State, event: Event) => void = () => {}) {
  let state: State = START;
  let at = 0;
  for (const step of list) {
    at += step.wait;
    const event = { ...step.event, at } as Event;
    const next: State = reduce(state, event);
    look(next, state, event);
    state = next;
  }
  return { state, at };
}

/** Lets time pass as the caller does: one timer at a time, until none is due. */
function settle(state: State, limit = 20): State {
  for (let i = 0; i < limit; i++) {
    const due = deadline(state);
    if (due === null) return state;
    state = reduce(state, { type: "tick", at: due });
  }
  throw new Error(`still waiting for ${deadline(state)} after ${limit} timers`);
}

const over = (at: number, name = "peng", speed = 0, toward = false): Event => ({
  type: "over",
  at,
  mention: name,
  speed,
  toward,
});
const off = (at: number, toward = false): Event => ({ type: "off", at, toward });
const after = (...events: Event[]): State => events.reduce<State>((state, event) => reduce(state, event), START);
const opened = (): State => after(over(0), { type: "tick", at: FETCH_MS }, { type: "tick", at: DWELL_MS });

describe("whatever happens", () => {
  test("Esc leads to idle, from every state", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { state, at } = run(list);
        expect(reduce(state, { type: "close", at }).phase).toBe("idle");
      }),
    );
  });

  test("a stale answer is never shown, and a token names one question only", () => {
    const asked = new Map<number, string>();
    fc.assert(
      fc.property(steps, (list) => {
        asked.clear();
        run(list, (state) => {
          for (const page of state.card?.pages ?? []) {
            if (page.answer) expect(page.answer.for).toBe(page.token);
          }
          if (state.card) {
            const first = state.card.pages[0]!;
            if (first.ref === null) {
              expect(asked.get(first.token) ?? state.card.mention).toBe(state.card.mention);
              asked.set(first.token, state.card.mention);
            }
          }
        });
      }),
    );
  });

  test("every question that is given a token is one that the caller gets to see", () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, (state, before) => {
          if (state.serial === before.serial) return;
          expect(state.serial).toBe(before.serial + 1);
          expect(pending(state)?.page.token).toBe(state.serial);
        });
      }),
    );
  });

  test("what is pinned outlives every movement, pause and scroll", () => {
    fc.assert(
      fc.property(steps, fc.array(fc.oneof(move, fc.constant({ type: "tick" as const }))), (list, moves) => {
        const { state, at } = run([...list, { wait: 0, event: { type: "open", mention: "peng" } }]);
        const end = moves.reduce<State>((s, event, i) => reduce(s, { ...event, at: at + i * 500 } as Event), state);
        expect(reduce(end, { type: "scroll", at })).toBe(state);
      }),
    );
  });

  test("once the pointer is away, time alone leads to idle, unless the card is pinned", () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (list, toward) => {
        const { state, at } = run(list);
        const end = settle(reduce(state, { type: "off", at, toward }));
        expect(end.phase).toBe(state.phase === "pinned" ? "pinned" : "idle");
      }),
    );
  });

  test("a pointer that comes to rest on a name gets that name's card, whatever was there before", () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (list, toward) => {
        const { state, at } = run(list);
        fc.pre(state.phase !== "pinned");
        const end = settle(reduce(state, { ...over(at, "kim"), toward } as Event));
        expect(end).toMatchObject({ phase: "open", card: { mention: "kim" } });
      }),
    );
  });

  test("a timer that fires at its time always changes something; an earlier one nothing", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { state } = run(list);
        const due = deadline(state);
        fc.pre(due !== null);
        expect(reduce(state, { type: "tick", at: due! - 1 })).toBe(state);
        expect(reduce(state, { type: "tick", at: due! })).not.toBe(state);
      }),
    );
  });

  test("nothing shows a card without a pointer at rest, a press or a key", () => {
    fc.assert(
      fc.property(steps, (list) => {
        run(list, (state, before, event) => {
          if (state.card && !before.card) expect(["tick", "press", "open", "pin"]).toContain(event.type);
        });
      }),
    );
  });
});

describe("a pointer", () => {
  test("asks early, opens at the dwell time, and the early answer is there", () => {
    let state = after(over(0));
    expect(deadline(state)).toBe(FETCH_MS);
    expect(pending(state)).toBeNull();
    state = reduce(state, { type: "tick", at: FETCH_MS });
    expect(pending(state)).toEqual({ mention: "peng", page: { token: 1, ref: null } });
    state = reduce(state, { type: "answer", at: 110, token: 1, answer: { for: 1 } });
    expect(pending(state)).toBeNull();
    state = reduce(state, { type: "tick", at: DWELL_MS });
    expect(state.phase).toBe("open");
    expect(top(state.card!)).toEqual({ token: 1, ref: null, answer: { for: 1 } });
  });

  test("the reader's own dwell time counts, also one shorter than the fetch", () => {
    expect(deadline(reduce(START, over(0), 40))).toBe(40);
    expect(reduce(reduce(START, over(0), 40), { type: "tick", at: 40 }).phase).toBe("open");
  });

  test("flying past asks nothing; coming to rest counts from there", () => {
    const fast = FLYING_SPEED * 2;
    let state = after(over(0, "peng", fast), over(90, "peng", fast));
    expect(deadline(state)).toBe(190);
    state = reduce(state, over(100));
    expect(deadline(state)).toBe(190);
    expect(settle(reduce(state, off(150)))).toMatchObject({ phase: "idle", serial: 0 });
  });

  test("leaves and comes back within the grace: the card stays", () => {
    const left = reduce(opened(), off(400));
    expect(deadline(left)).toBe(400 + GRACE_MS);
    expect(reduce(left, { type: "inside", at: 600 }).phase).toBe("open");
    expect(reduce(left, over(600)).phase).toBe("open");
    expect(reduce(left, { type: "tick", at: 400 + GRACE_MS }).phase).toBe("idle");
  });

  test("moving away does not renew the grace, moving toward the card does", () => {
    const left = reduce(opened(), off(400));
    expect(deadline(reduce(left, off(600)))).toBe(700);
    expect(deadline(reduce(left, off(600, true)))).toBe(900);
    expect(deadline(reduce(reduce(left, over(600, "mikoyan")), off(650)))).toBe(700);
  });

  test("crosses another name on its way to the card: the card stays and that name asks nothing", () => {
    let state = opened();
    for (let at = 400; at < 900; at += 50) state = reduce(state, over(at, "mikoyan", 0.1, true));
    state = reduce(state, { type: "inside", at: 900 });
    expect(state).toMatchObject({ phase: "open", serial: 1, card: { mention: "peng" } });
  });

  test("moves on to another name: its card replaces the first without a gap", () => {
    const moved = reduce(opened(), over(400, "mikoyan"));
    expect(moved.phase).toBe("leaving");
    const asked = reduce(moved, { type: "tick", at: 400 + FETCH_MS });
    expect(pending(asked)?.mention).toBe("mikoyan");
    expect(asked.card?.mention).toBe("peng");
    expect(reduce(asked, { type: "tick", at: 400 + DWELL_MS })).toMatchObject({
      phase: "open",
      card: { mention: "mikoyan" },
    });
  });

  test("scrolling calls off what waits and lets go of what is open", () => {
    expect(after(over(0), { type: "scroll", at: 50 }).phase).toBe("idle");
    expect(reduce(opened(), { type: "scroll", at: 400 }).phase).toBe("leaving");
  });
});

describe("a press", () => {
  const press = (name: string | null, more: { link?: boolean; touch?: boolean } = {}): Event => ({
    type: "press",
    at: 300,
    mention: name,
    link: more.link ?? false,
    touch: more.touch ?? false,
  });

  test("on a mention opens its card at once, pinned; on the open one it pins what is there", () => {
    expect(after(press("peng"))).toMatchObject({ phase: "pinned", card: { mention: "peng" } });
    expect(reduce(opened(), press("peng"))).toMatchObject({ phase: "pinned", serial: 1 });
    expect(reduce(opened(), press("mikoyan"))).toMatchObject({ phase: "pinned", card: { mention: "mikoyan" } });
  });

  test("keeps the answer that came while waiting", () => {
    const answer: Event = { type: "answer", at: 110, token: 1, answer: { for: 1 } };
    const waiting = after(over(0), { type: "tick", at: 100 }, answer);
    expect(top(reduce(waiting, press("peng")).card!).answer).toEqual({ for: 1 });
  });

  test("on a mention in a link leaves the link its click and opens nothing", () => {
    expect(after(press("peng", { link: true })).phase).toBe("idle");
    expect(after(over(0), press("peng", { link: true })).phase).toBe("idle");
  });

  test("beside everything closes what is open; a pinned card only under a finger", () => {
    const pinned = after(press("peng"));
    expect(reduce(opened(), press(null)).phase).toBe("idle");
    expect(reduce(pinned, press(null))).toBe(pinned);
    expect(reduce(pinned, press(null, { touch: true })).phase).toBe("idle");
  });

  test("on the pin holds and lets go", () => {
    const pinned = reduce(opened(), { type: "pin", at: 300, on: true });
    expect(pinned.phase).toBe("pinned");
    expect(reduce(pinned, { type: "pin", at: 310, on: false }).phase).toBe("open");
    expect(after({ type: "pin", at: 0, on: true }).phase).toBe("idle");
  });
});

describe("names inside the card", () => {
  const follow = (ref: string): Event => ({ type: "follow", at: 500, ref });
  const answer = (token: number): Event => ({ type: "answer", at: 600, token, answer: { for: token } });

  test("open on top, pin the card, and going back asks nothing again", () => {
    let state = reduce(opened(), answer(1));
    state = reduce(state, follow("pack/mao"));
    expect(state).toMatchObject({ phase: "pinned", card: { mention: "peng" } });
    expect(pending(state)?.page).toEqual({ token: 2, ref: "pack/mao" });
    state = reduce(reduce(state, answer(2)), { type: "back", at: 700 });
    expect(top(state.card!)).toEqual({ token: 1, ref: null, answer: { for: 1 } });
    expect(pending(state)).toBeNull();
    expect(reduce(state, { type: "back", at: 800 })).toBe(state);
  });

  test("the answer to a page that was left by going back is dropped", () => {
    const state = after(over(0), { type: "tick", at: 250 }, answer(1), follow("pack/mao"), { type: "back", at: 550 });
    expect(reduce(state, answer(2))).toBe(state);
  });

  test("asking again takes a new token, so that the old answer comes too late", () => {
    const state = reduce(reduce(opened(), follow("pack/mao")), { type: "retry", at: 900 });
    expect(pending(state)?.page).toEqual({ token: 3, ref: "pack/mao" });
    expect(reduce(state, answer(2))).toBe(state);
  });
});

test("a name that leaves the page takes its card along, but not one that is being read", () => {
  const gone: Event = { type: "gone", at: 500, mention: "peng" };
  expect(after(over(0), gone).phase).toBe("idle");
  expect(reduce(opened(), gone).phase).toBe("idle");
  expect(reduce(reduce(opened(), over(400, "mikoyan")), gone)).toMatchObject({ phase: "waiting", card: null });
  const pinned = reduce(opened(), { type: "pin", at: 400, on: true });
  expect(reduce(pinned, gone)).toBe(pinned);
});
