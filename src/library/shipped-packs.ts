import type { ShippedPack } from "./installed-packs";

/** The packs in the box. The build compiles `packs/<id>` to the path given here. */
export const SHIPPED_PACKS: readonly ShippedPack[] = [{ id: "korea-china", path: "packs/korea-china.pack" }];
