// @vitest-environment happy-dom
import { render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { english as t } from "../../i18n/english";
import { useUndoable } from "./setting";

afterEach(() => render(null, document.body));

/** A list of one row that can be taken back. */
function List() {
  const [rows, setRows] = useState(["row"]);
  const taken = useUndoable({ t });
  const takeBack = () => {
    setRows([]);
    taken.say("Taken back.", async () => setRows(rows));
  };
  return (
    <>
      {taken.view}
      {rows.map((row) => (
        <button key={row} id={row} onClick={takeBack} />
      ))}
    </>
  );
}

const show = () => act(() => render(<List />, document.body));
const line = () => document.querySelector<HTMLElement>("[role=status]")!;

test("the line is there before something is said, and takes the focus from nobody", async () => {
  await show();
  expect(line().textContent!.trim()).toBe("");
  expect(document.activeElement).toBe(document.body);
});

test("where the button that was pressed is gone, the keyboard goes on at “Undo”, and then at what is said of it", async () => {
  await show();
  await act(() => (document.querySelector<HTMLElement>("#row")!.focus(), document.querySelector<HTMLElement>("#row")!.click()));
  expect(line().textContent).toContain("Taken back.");
  expect(document.activeElement!.textContent).toBe(t("options_undo"));
  await act(async () => (document.activeElement as HTMLElement).click());
  expect(line().textContent).toContain(t("options_undone"));
  expect(document.activeElement).toBe(line());
});
