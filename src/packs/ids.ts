/** Ids of packs and entries. */

/** Control characters and halves of characters: nothing shows them, and no file keeps them. */
const UNWRITABLE = /[\p{Cc}\p{Surrogate}\u2028\u2029]/u;

/** What has a meaning in links and addresses of headings: an id with one of them cannot be linked to within a text. */
const IN_LINKS = /[|[\]#^\\]/;

/** Can this be the id of an entry? Whatever a text of one line can be, for ids come from other people's data. */
export function isId(text: string): boolean {
  return text !== "" && text === text.trim() && !UNWRITABLE.test(text);
}

/** Can this be the id of a pack? As those of entries, without a slash: `packId/entryId` is split at the first. */
export function isPackId(text: string): boolean {
  return isId(text) && !text.includes("/");
}

/** Can `[[id]]` link to it? */
export function isLinkable(id: string): boolean {
  return !IN_LINKS.test(id);
}

/** Can the name of a note's file be this id? */
export function isFileName(id: string): boolean {
  return !/^\.|[/\\]/.test(id);
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
