/**
 * The text that shows how names are marked. Its names are written into it as "[Peng Dehuai|person 1]": the words, the
 * kind, and a number that is the same wherever the same one is meant, so that a translation may bend its names.
 */
import type { Translate } from "../../i18n/translate";
import type { SpotAnswer } from "../../messages/contract";
import { KINDS } from "../../packs/model";

interface SampleName {
  /** UTF-16 code units in the text, half-open. */
  start: number;
  end: number;
  /** "person 1". */
  id: string;
}

export interface SampleBlock {
  heading: boolean;
  text: string;
  names: SampleName[];
}

const NAME = /\[([^|\]]+)\|([^\]]+)\]/g;

/** Two sections of it: which mentions are marked may depend on that. */
export function sampleOf(t: Translate): SampleBlock[] {
  return [
    { heading: true, ...parse(t("options_sample_title_1")) },
    { heading: false, ...parse(t("options_sample_1")) },
    { heading: true, ...parse(t("options_sample_title_2")) },
    { heading: false, ...parse(t("options_sample_2")) },
  ];
}

function parse(written: string): { text: string; names: SampleName[] } {
  const names: SampleName[] = [];
  let text = "";
  let at = 0;
  for (const { 0: whole, 1: words = "", 2: id = "", index } of written.matchAll(NAME)) {
    text += written.slice(at, index);
    names.push({ start: text.length, end: text.length + words.length, id });
    text += words;
    at = index + whole.length;
  }
  return { text: text + written.slice(at), names };
}

/** The names in some blocks of a page that shows the sample, as the background would answer. */
export function spotSample(sample: readonly SampleBlock[], blocks: readonly string[]): SpotAnswer {
  const ids = [...new Set(sample.flatMap(({ names }) => names.map(({ id }) => id)))];
  const entries = ids.map((id) => ({ ref: `sample/${id}`, name: id, kind: KINDS.find((kind) => id.startsWith(kind)) ?? "other" }));
  const mentions = blocks.flatMap((text, block) => {
    const shown = sample.find((each) => each.text === text);
    return (shown?.names ?? []).flatMap(({ start, end, id }) => [block, start, end, ids.indexOf(id), 1_000]);
  });
  return { entries, mentions, seen: [] };
}
