/** Ids of packs and entries: lower-case letters, digits, and hyphens between them. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Can this be the id of a pack or an entry? */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** What could stand for an id that is none: "Peng Dehuai" as `peng-dehuai`; empty where nothing is left. */
export function idFrom(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
