/** What the background asks of those pages of the extension itself that are read as others are. */

/** Background → page: load this script of ours, a file of the extension, which no browser puts into you. @returns whether it has run */
export const loadScript = { name: "tab:load-script", request: { fields: { file: "string" } }, answer: "boolean" } as const;
