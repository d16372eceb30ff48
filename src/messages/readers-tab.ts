/** The tab over which a view stands, which the browser does not name as the sender: what is saved there is saved of its page. */
export const ReadersTab = { fields: { url: "string", title: "string", incognito: "boolean" } } as const;
