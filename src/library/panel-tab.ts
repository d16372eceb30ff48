/** What of a tab says whether it can stand in for the side panel. */
interface OpenTab {
  id?: number | undefined;
  url?: string | undefined;
  incognito: boolean;
}

/**
 * The tab that stands in for a panel already, among those that a tab could share one with. On phones these are all there are:
 * what is read privately is shown in a private tab, and nothing else there.
 * @param page the address of the panel's page; which tab it follows stands behind "#"
 */
export function panelTab<T extends OpenTab>(among: readonly T[], beside: Pick<OpenTab, "incognito">, page: string): T | undefined {
  return among.find(({ id, url, incognito }) => id !== undefined && incognito === beside.incognito && url?.split("#", 1)[0] === page);
}
