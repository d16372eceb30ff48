/** What the options show of marks: a text of ours, painted as pages are, by what the reader has chosen at the moment. */
import browser from "webextension-polyfill";
import "../../src/views/style.css";
import "../../src/views/options/preview.css";
import "../marks.css";
import { annotate, type Annotation } from "../../src/page/annotate";
import { KINDS } from "../../src/packs/model";
import { followHere } from "../../src/page/follow-here";
import { sampleOf, spotSample } from "../../src/views/options/sample";
import { Sample } from "../../src/views/options/sample-view";
import { draw, t } from "../../src/views/start";

const { signal } = new AbortController();
const sample = sampleOf(t);
let annotation: Annotation | undefined;

draw(<Sample sample={sample} />);
followHere({
  send: (envelope) => browser.runtime.sendMessage(envelope),
  changes: browser.storage.local.onChanged,
  runtime: browser.runtime,
  heard: (here) => {
    // Names in it are nobody whom the reader could know.
    const settings = { ...here, quiet: here.quiet.filter((each) => KINDS.some((kind) => kind === each)) };
    if (annotation) return annotation.apply(settings);
    const spot = (request: { blocks: string[] }) => Promise.resolve(spotSample(sample, request.blocks));
    annotation = annotate(document, { spot, settings, onRoot: () => undefined, onChange: () => undefined, stillWanted: () => true, onRound: () => undefined, signal });
  },
  signal,
});
