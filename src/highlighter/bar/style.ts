/**
 * The style of the bar and of notices, sent to the page by the background as the card's is. Type, colours and controls
 * are the card's.
 */
import { HOST_CSS, NESTED_CSS, SANS } from "../../card/style";
import { COLOURS } from "../../messages/highlight";
import { GROUNDS } from "./colours";

const BOX = `
.bar,.notice{position:fixed;inset:auto;box-sizing:border-box;margin:0;padding:0;flex-direction:column;overflow:hidden;
max-width:calc(100vw - 16px);max-height:calc(100vh - 16px);font:.875em/1.5 ${SANS};
background:var(--raised);border:1px solid var(--rule);border-radius:.7em;box-shadow:var(--shadow)}
:is(.bar,.notice):popover-open{display:flex}
:is(.bar,.notice):focus{outline:0}
.bar{width:max-content}
.bar.wide{width:25em}
.notice{width:23em;inset:auto 1em 1em auto}
@media (forced-colors:active){.bar,.notice{border-color:CanvasText}}
@media (prefers-reduced-motion:no-preference){.bar,.notice{animation:in .12s}}
@keyframes in{from{opacity:0}}`;

const INSIDE = `
.inner{display:contents}
button:disabled{opacity:.5}
button{margin-inline:0;white-space:nowrap}
.row{align-items:center;column-gap:.2em}
.tools{padding:.3em .5em}
.end{margin-inline-start:auto}
.said{font-weight:600;color:var(--ink);padding-inline:.4em}
.text{overflow:auto;overscroll-behavior:contain;padding:.6em .8em;scrollbar-width:thin}
.text>.tools{padding:0}
.text>.foot{margin:.5em 0 0;padding:.3em 0 0}
.text .end{margin-inline:auto -.6em}
.foot .end:first-child{margin-inline:auto -.6em}
.text>p,.changed{margin-block:.3em .5em}
.moved{color:var(--soft);font-size:.9em}
.swatches{display:inline-flex;column-gap:.2em;padding-inline:.3em}
.text>.tools .swatches{padding-inline:0}
.swatch{display:grid;place-items:center;box-sizing:border-box;inline-size:2.2em;block-size:2.2em;padding:0;border-radius:50%;
border:1px solid light-dark(#0003,#fff4);color:var(--ink);font-size:.8em;line-height:1;background:var(--ground)}
button.swatch:is(:hover,[aria-pressed=true]){background:var(--ground);outline:2px solid var(--ink);outline-offset:1px}
button.swatch:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.note-field{display:block;margin-block:.5em}
.label{font-size:.9em;color:var(--soft)}
textarea,input{all:unset;box-sizing:border-box;overflow-wrap:break-word;cursor:text;background:var(--wash);border:1px solid var(--edge);border-radius:.4em;padding:.4em .6em}
textarea{display:block;inline-size:100%;min-block-size:4.5em;max-block-size:14em;field-sizing:content;white-space:pre-wrap;overflow:auto}
input{flex:1;min-inline-size:8em}
::placeholder{color:var(--soft);opacity:1}
:is(textarea,input):focus{outline:2px solid var(--focus);outline-offset:0}
.outcome{font-size:.9em;color:var(--soft)}
.tags-field{gap:.3em}
.tags-field .outcome:empty{display:none}
.tag{background:var(--wash);border:1px solid var(--rule);padding:.1em .6em;border-radius:1em;color:var(--ink)}
.diff{max-block-size:12em;overflow:auto;margin-block-start:.3em;padding:.4em .7em;border-radius:.4em;background:var(--wash)}
del{color:var(--soft);text-decoration:line-through 1px}
del+ins{margin-inline-start:.3em}
ins{font-weight:600;text-decoration:underline 1px;text-underline-offset:.2em}
.found button{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:.6em;box-sizing:border-box;inline-size:100%;color:var(--ink);white-space:normal}
.found .dot{align-self:center}
.of-kind{margin-inline-start:auto}
.of-kind,.matched,.who{color:var(--soft);font-size:.9em}
.who{flex:1 0 100%;inline-size:0;padding-inline-start:1.6em;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.gone li{padding-block:.5em}
.gone li+li{border-block-start:1px solid var(--rule)}
.gone blockquote{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden;margin:0;font-size:1em}
.gone .noted,.gone .row{color:var(--soft);font-size:.9em}
@media (pointer:coarse){button{padding-block:.6em}.swatch{inline-size:2.8em;block-size:2.8em}}
@media (forced-colors:active){.swatch{forced-color-adjust:none;color:CanvasText;background:Canvas;border-color:CanvasText}
.swatch[aria-pressed=true]{background:Canvas;outline:3px solid Highlight}}`;

const grounds = COLOURS.map((colour) => `.${colour}{--ground:light-dark(${GROUNDS[colour].join(",")})}`).join("");

export const BAR_CSS = `${HOST_CSS}${BOX}.bar,.notice,.entry-view{${NESTED_CSS}}:is(.bar,.notice){--edge:light-dark(#8b8478,#7d766b);${grounds}${INSIDE}}`;
