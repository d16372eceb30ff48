/** W3C Web Annotations, our own and those of other programs: https://www.w3.org/TR/annotation-model/ */
import type { Highlight } from "../../messages/highlight";
import { checkHighlight } from "./check";
import type { ImportFormat } from "./format";
import { isObject } from "./json";
import type { Report } from "./problems";
import { partsOf } from "./w3c-parts";
import { get, isA, isOurContext, listOf, type Node, OURS } from "./w3c-terms";
import { foreignOf, highlightOf, plainAnnotation } from "./w3c-write";

/** A single annotation, a list of them, a page, or a collection whose page is in the file. */
export const readW3c: ImportFormat = {
  id: "w3c",
  title: "format_w3c",
  recognises: ({ json }) => isAnnotations(json) || (Array.isArray(json) && json.some(isAnnotations)),
  read: ({ json, now }, report) => {
    const highlights: Highlight[] = [];
    let record = 0;
    for (const { annotation, context } of annotationsOf(json, undefined)) {
      record++;
      const row = readAnnotation(annotation, context, now, record, report);
      if (row) highlights.push(row);
    }
    return highlights;
  },
};

const CLASSES = ["Annotation", "AnnotationCollection", "AnnotationPage"];

function isAnnotations(value: unknown): boolean {
  return CLASSES.some((type) => isA(value, type)) || listOf(get(value, "graph")).some((each) => isA(each, "Annotation"));
}

/** The context that holds within a node, where it is another than that of our files. */
function contextOf(node: unknown, outer: unknown): unknown {
  const own = get(node, "context");
  return own === undefined ? outer : isOurContext(own) ? undefined : own;
}

/** The annotations of a file, each with the context that holds for it, where that is another than ours. Pages that are elsewhere are named, and are no annotations. */
function* annotationsOf(value: unknown, outer: unknown): Generator<{ annotation: unknown; context: unknown }> {
  const context = contextOf(value, outer);
  const within = (property: string) => annotationsOf(listOf(get(value, property)), context);
  if (Array.isArray(value)) for (const each of value) yield* annotationsOf(each, context);
  else if (isA(value, "AnnotationCollection")) for (const property of ["first", "items"]) yield* within(property);
  else if (isA(value, "AnnotationPage")) {
    yield* within("items");
    const next = get(value, "next");
    if (isObject(next)) yield* annotationsOf(next, context);
  } else if (isObject(value) && Object.hasOwn(value, "@graph")) yield* within("graph");
  else yield { annotation: value, context };
}

function readAnnotation(given: unknown, context: unknown, now: string, record: number, report: Report): Highlight | undefined {
  if (!isObject(given) || !isA(given, "Annotation")) {
    report.add({ record }, "import_fault_not_object");
    return undefined;
  }
  const { "@context": _, ...bare } = given;
  const annotation: Node = context === undefined ? bare : { "@context": context, ...bare };
  const parts = partsOf(annotation, now, (field, ...what) => report.add({ record, field }, ...what));
  const row = parts && highlightOf(parts);
  return row && checkHighlight(row, record, report) ? withRest(row, annotation) : undefined;
}

/** Keeps the annotation with the highlight where writing the highlight would not write the same. */
function withRest(row: Highlight, annotation: Node): Highlight {
  const name = `${OURS}foreign`;
  const foreign = Object.hasOwn(annotation, name) ? annotation[name] : undefined;
  const whole = typeof foreign === "string" ? { ...row, foreign } : row;
  return JSON.stringify(plainAnnotation(whole)) === JSON.stringify(annotation) ? whole : { ...row, foreign: foreignOf(annotation) };
}
