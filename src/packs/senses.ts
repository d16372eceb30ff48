/** `stands_for` of a note: what else the names of the entry are used for. */
import { Fields } from "./fields";
import { SENSE_USES, type Sense } from "./model";
import type { PlacedName } from "./names";
import type { Reading } from "./reading";
import { foldSpace } from "./texts";
import { entryIdOf } from "./wikilinks";
import type { YamlNode } from "./yaml";

const KEYS = ["what", "use", "entry", "names"];

/** What the names of the entry stand for besides. A mapping that stands alone is a list of one. */
export function readSenses(fields: Fields, names: readonly PlacedName[], reading: Reading): Sense[] {
  return fields.items("stands_for").flatMap((item) => readSense(item, names, reading) ?? []);
}

function readSense(item: YamlNode, names: readonly PlacedName[], reading: Reading): Sense | null {
  const { problems } = reading;
  const what = "Write what the card shall say: `what: the government of China`.";
  if (item.type !== "map") {
    problems.error(item.line, "What a name stands for is said in a mapping.", what);
    return null;
  }
  const fields = new Fields(item, problems);
  fields.allow(KEYS);
  const written = fields.required("what", what);
  const use = fields.text("use") ?? { text: "actor", line: fields.line };
  const known = SENSE_USES.find((name) => name === use.text);
  if (!known) {
    const fix = "Write `actor` for whoever acts and speaks, `event` for something that happens there.";
    problems.error(use.line, `There is no use \`${use.text}\`.`, fix);
  }
  const sense: Sense = { what: foldSpace(written?.text ?? ""), use: known ?? "actor" };
  const entry = fields.text("entry");
  if (entry) {
    sense.entry = entryIdOf(entry.text);
    reading.references.toEntry(sense.entry, entry.line, problems);
  }
  const used = fields.texts("names");
  for (const { text, line } of used) {
    if (names.some((name) => name.text === foldSpace(text))) continue;
    problems.error(line, `\`${text}\` is no name of this entry.`, "Write it as it stands above, or add it there.");
  }
  if (used.length > 0) sense.names = used.map(({ text }) => foldSpace(text));
  return written ? sense : null;
}
