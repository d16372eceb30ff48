/** For tests: a world of two square countries, one over the date line, and an island; and packs with places in it. */
import type { Entry, Pack } from "../model";
import { readAtlas, type Atlas } from "./atlas";

/**
 * ```
 *  60 ┌───────┬───────┐        70 ┌───────┐
 *     │ Westia│ Eastia│           │ Dateia│
 *  40 └───────┴───────┘   □       └───────┘ 60
 *     0      20      40  50      170     -170
 * ```
 */
export function smallWorld(): Atlas {
  const arcs = [
    [[20, 40], [20, 60]],
    [[20, 60], [0, 60], [0, 40], [20, 40]],
    [[20, 40], [40, 40], [40, 60], [20, 60]],
    [[170, 60], [190, 60], [190, 70], [170, 70], [170, 60]].map(([x, y]) => [x! > 180 ? x! - 360 : x!, y!]),
    [[50, 45], [51, 45], [51, 46], [50, 46], [50, 45]],
  ];
  const deltas = arcs.map((arc) => arc.map(([x, y], at) => (at === 0 ? [x!, y!] : [x! - arc[at - 1]![0]!, y! - arc[at - 1]![1]!])));
  return readAtlas({
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: deltas,
    objects: {
      countries: {
        geometries: [
          { type: "MultiPolygon", arcs: [[[0, 1]]], properties: { name: "Westia" } },
          { type: "MultiPolygon", arcs: [[[~0, 2]], [[4]]], properties: { name: "Eastia" } },
          { type: "Polygon", arcs: [[3]], properties: { name: "Dateia" } },
        ],
      },
      land: { geometries: [{ type: "MultiPolygon", arcs: [[[1, 2]], [[3]], [[4]]] }] },
    },
  });
}

export function placeEntry(id: string, at?: [number, number], links: string[] = []): Entry {
  const entry: Entry = {
    id, kind: "place", names: [{ text: id, lang: "en", class: "full" }], dates: {}, roles: [], links, about: [], timeline: [], cite: [],
  };
  return at ? { ...entry, at } : entry;
}

/** @param entries in any order */
export function packOf(...entries: Entry[]): Pack {
  const info = { id: "small", title: "Small", version: "1.0.0", languages: ["en"], licence: "CC0-1.0", authors: [], description: "" };
  return { info, entries: entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)), quotes: [], sources: [] };
}
