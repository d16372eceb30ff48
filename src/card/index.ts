/**
 * The card: the life of a hover, the popover, and an entry as the reader sees it.
 *
 * What every page loads, however few names it has, imports `./reducer` and `./envelope` and nothing else from here;
 * this file brings Preact along.
 */
export { CARD_CSS } from "./style";
export { type Colours, DARK, LIGHT } from "./colours";
export { type CardHandle, type MountCard, mountCard, type Spot } from "./mount";
export { Card, type CardProps, type Inquiry } from "./view/card";
export type { EntryViewProps } from "./view/entry-view";
export { Tabs } from "./view/tabs";
export { Runs } from "./view/text";
export type { Answer, Reader } from "./view/view";
