import type { ShippedPack } from "./installed-packs";

/** The packs in the box, in the order in which they are asked. Each is a folder of `packs`. */
const IDS = ["korea-china", "arms-control"];

/** The build compiles `packs/<id>` to the path given here. */
export const SHIPPED_PACKS: readonly ShippedPack[] = IDS.map((id) => ({ id, path: `packs/${id}.pack` }));

/** Where in the extension lies what a build has read of a pack for echoes. @param path of the pack */
export function echoesPath(path: string): string {
  return path.replace(/\.pack$/, ".echoes");
}
