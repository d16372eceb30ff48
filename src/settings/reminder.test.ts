import { expect, test } from "vitest";
import { reminderOf } from "./reminder";

const NOW = new Date("2026-11-22T12:00:00.000Z");
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const settings = (more: Partial<Parameters<typeof reminderOf>[0]> = {}) => ({ remindAfterDays: 30, lastExport: "", remindedAt: "", ...more });
const span = (first: number, last: number) => ({ first: ago(first), last: ago(last) });

test("who has never made a copy is reminded when the first highlight is old enough", () => {
  expect(reminderOf(settings(), { at: "" }, span(29, 1), NOW)).toBeNull();
  expect(reminderOf(settings(), { at: "" }, span(30, 1), NOW)).toEqual({ days: null });
  expect(reminderOf(settings(), { at: "" }, null, NOW)).toBeNull();
});

test("a copy that is too old is told of, whether made by hand or every day", () => {
  expect(reminderOf(settings({ lastExport: ago(40) }), { at: "" }, span(90, 1), NOW)).toEqual({ days: 40 });
  expect(reminderOf(settings({ lastExport: ago(29) }), { at: "" }, span(90, 1), NOW)).toBeNull();
  expect(reminderOf(settings({ lastExport: ago(40) }), { at: ago(2) }, span(90, 1), NOW)).toBeNull();
  expect(reminderOf(settings({ lastExport: ago(40) }), { at: ago(35) }, span(90, 1), NOW)).toEqual({ days: 35 });
});

test("nothing is said where the copy has everything, the reader does not want it, or has just sent it away", () => {
  expect(reminderOf(settings({ lastExport: ago(40) }), { at: "" }, span(90, 41), NOW)).toBeNull();
  expect(reminderOf(settings({ remindAfterDays: 0 }), { at: "" }, span(900, 1), NOW)).toBeNull();
  expect(reminderOf(settings({ remindedAt: ago(29) }), { at: "" }, span(900, 1), NOW)).toBeNull();
  expect(reminderOf(settings({ remindedAt: ago(31) }), { at: "" }, span(900, 1), NOW)).toEqual({ days: null });
});
