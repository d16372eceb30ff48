/**
 * The style of what says that a card was put right, sent to the page by the background as the card's is. Type, colours
 * and controls are the card's. What asks is drawn in the card, whose style sheet it has.
 */
import { HOST_CSS, NESTED_CSS, SANS } from "../../card/style";

const BOX = `
.corrected{position:fixed;inset:auto auto 1em 1em;box-sizing:border-box;width:23em;max-width:calc(100vw - 2em);margin:0;padding:.8em 1em .4em;
font:.875em/1.5 ${SANS};background:var(--raised);border:1px solid var(--rule);border-radius:.7em;box-shadow:var(--shadow)}
.corrected:focus{outline:0}
@media (forced-colors:active){.corrected{border-color:CanvasText}}
@media (prefers-reduced-motion:no-preference){.corrected{animation:in .12s}}
@keyframes in{from{opacity:0}}`;

const INSIDE = `
.row{margin-block-start:.2em;column-gap:.4em}
.row button{font-size:.9em}
.row button:first-child{margin-inline-start:-.6em}
.row .end{margin-inline:auto -.6em}
@media (pointer:coarse){.row button{padding-block:.6em}}`;

export const CORRECTED_CSS = `${HOST_CSS}${BOX}.corrected{${NESTED_CSS}${INSIDE}}`;
