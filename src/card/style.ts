/**
 * The style of the card and of an entry wherever one is shown: adopted by the card's shadow root, or by a page of our
 * own. Lengths are in em on top of the browser's own font size (`all: initial` on the host sets it), so that a page's
 * font size does not leak in, while the reader's text size and zoom work.
 */
import { KINDS } from "../packs/model";
import { DARK, declarations, LIGHT } from "./colours";

/**
 * Quotes and names are set as in a book, everything else as the system sets its own texts. No family is named for
 * Chinese, Japanese and Korean, which draw the same character differently: browsers choose it by the `lang` attribute.
 */
const SERIF = `Charter,Georgia,"Noto Serif",serif`;
export const SANS = "system-ui,sans-serif";

/** The host takes no room and no style of the page's: `!important` inside a shadow root beats any rule outside. */
export const HOST_CSS = `
:host{all:initial!important;position:fixed!important}
@media print{:host{display:none!important}}`;

/** The popover: it scrolls inside, never the page behind it. 27.15 em are 380 px at the usual text size. */
const CARD = `
.card{position:fixed;inset:auto;box-sizing:border-box;margin:0;padding:0;flex-direction:column;overflow:hidden;
width:27.15em;font:.875em/1.5 ${SANS};
background:var(--raised);border:1px solid var(--rule);border-radius:.9em;box-shadow:var(--shadow)}
.card[data-size=small]{font-size:.8em}
.card[data-size=large]{font-size:1.06em}
.card:popover-open{display:flex}
.card:focus{outline:0}
@media (forced-colors:active){.card{border-color:CanvasText}}
@media (prefers-reduced-motion:no-preference){.card{animation:in .12s}}
@keyframes in{from{opacity:0}}`;

/** What holds for an entry in the card and outside it. Nested, so that nothing else of a page of ours is touched. */
const SHARED = `
color-scheme:light dark;color:var(--ink);${declarations(LIGHT, DARK)}
--shadow:0 1px 2px light-dark(#0001,#0004),0 12px 32px light-dark(#0002,#0008);
${KINDS.map((kind) => `&[data-kind=${kind}],[data-kind=${kind}]{--kind:var(--${kind})}`).join("")}
p,h2,figure,blockquote,ul{margin:0;padding:0;overflow-wrap:break-word}
.row,.kind,h2{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:.9em}
.aloud{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.dot{flex:none;width:.6em;height:.6em;border-radius:50%;background:var(--kind);forced-color-adjust:none}
.kind,.who,.doubt,.state,.pack,.more,figcaption,.source .row{color:var(--soft)}
.pack,.kind,kbd{font-size:.8em}
.doubt,.more,figcaption,.roles .when,.timeline .when,.foot button,.retry,.back{font-size:.9em}`;

const TEXT = `
.kind{align-items:center;column-gap:.5em;letter-spacing:.04em;text-transform:uppercase}
.kind span::before{content:"·"/"";margin-inline-end:.5em}
h2{column-gap:.5em;margin-block:.1em;font:600 1.5em/1.25 ${SERIF};outline:0}
h2 [lang]{font:400 .7em ${SANS};color:var(--soft)}
.who,.context{position:relative;margin-block-end:.7em}
.doubt{margin-block-end:.7em;padding:.4em .7em;border-radius:.5em;background:var(--wash)}
.context{font-size:1.035em;line-height:1.55}
.state{padding-block:.4em .8em}
.late{animation:in .2s .2s backwards}
.pack{margin-block:.4em}`;

const CONTROLS = `
button{all:unset;cursor:pointer;color:var(--soft);border-radius:.4em;padding:.4em .6em;margin-inline:-.2em}
:is(figcaption,.source) button{padding-block:.1em}
button:is(:hover,[aria-expanded=true],[aria-pressed=true]){color:var(--ink);background:var(--wash)}
:is(button,a,&):focus-visible{outline:2px solid var(--focus);outline-offset:1px}
@media (forced-colors:active){button:is([aria-expanded=true],[aria-pressed=true],[aria-selected=true]){text-decoration:underline}}
.out{color:var(--link);text-decoration:underline 1px;text-underline-offset:.2em}
.ref:not([data-kind]){--kind:var(--soft)}
.ref{cursor:pointer;text-decoration:underline dotted 1px var(--kind);text-underline-offset:.25em}
:is(.ref,.out):hover{text-decoration-thickness:2px}`;

const FRAME = `
.body{overflow:auto;scroll-padding-block-end:3em;overscroll-behavior:contain;scrollbar-width:thin;scrollbar-color:var(--soft) transparent;padding:1.1em 1.3em .5em}
[role=tablist]{column-gap:.4em;margin:-.3em -.4em .6em;border-block-end:1px solid var(--rule)}
[role=tab]{font-size:.9em;margin:0 0 -1px;padding:.3em .6em;border-radius:.4em .4em 0 0;border-block-end:2px solid transparent}
[role=tab][aria-selected=true]{color:var(--ink);border-color:var(--ink)}
.back{margin:-.4em -.6em .2em}
.retry{margin:0 0 .8em;border:1px solid var(--rule)}
.foot{flex:none;margin:0 1.3em;padding:.4em 0;border-block-start:1px solid var(--rule)}
.foot button:first-child{margin-inline-start:-.6em}
.foot .end{margin-inline:auto -.6em}
kbd{display:inline-block;margin-inline-start:.4em;padding:0 .4em;line-height:1.5;border:1px solid var(--rule);border-radius:.4em;font-family:inherit}
@media (hover:none){kbd{display:none}}`;

/** The row below the quote stays in sight while a long one scrolls, unless the card is as low as a slit. */
const QUOTE = `
figure{padding:.6em 0 .1em 1em;border-inline-start:2px solid var(--kind)}
blockquote{margin-block-end:.4em;font:1.1em/1.5 ${SERIF}}
.said{color:var(--ink)}
.more{margin-block-start:.6em;padding-block-end:.4em;background:var(--raised)}
@media (min-height:400px){.more{position:sticky;bottom:-.56em;box-shadow:0 -.4em .4em var(--raised)}}
.pager{margin-inline-start:-.4em}
.pager button{padding:.2em .6em;font-size:1.2em;line-height:1}
.toggles{column-gap:.4em;margin-inline:-.4em}
.pager+.toggles{margin-inline-start:auto}`;

/**
 * A number stays on the line of the word before it, to which the joiner ties it. The source of a note lies over the
 * text, under the line of its number; its invisible margin above and below lets the
 * pointer cross over to it.
 */
const NOTE = `
.note{font-size:.7em;line-height:0;white-space:nowrap}
.note::before{content:"\u2060"/""}
.note>button{padding:1em .2em;margin:-1em -.05em -1em -.15em;color:var(--link);vertical-align:.5em}
.note+.note{margin-inline-start:.2em}
.note i{font-size:0}
.source{display:none;position:absolute;inset-inline:0;z-index:1;padding:.6em .9em;border:1px solid var(--rule);border-radius:.6em;
background:var(--raised);box-shadow:var(--shadow);font-size:1.2em;line-height:1.45;color:var(--ink);white-space:normal}
.note:is(:hover,:focus-within)>.source{display:block;animation:in .12s .08s backwards}
.source::before{content:"";position:absolute;inset:-.7em 0;z-index:-1}
.source.up{transform:translateY(calc(-100% - 1.6em))}
.source .row{margin-block-start:.2em}`;

const PANEL = `
.panel{padding-block:.2em .4em}
ul{list-style:none}
svg{display:block;width:100%;overflow:hidden;fill:none;stroke-linejoin:round;stroke-linecap:round}
.panel svg:has(.land){border:1px solid var(--rule);border-radius:.5em;box-sizing:border-box}
.map{margin-block-start:.4em;font-size:.9em;color:var(--soft)}
.land{fill:var(--wash);fill-rule:evenodd;stroke:var(--soft);stroke-width:6}
.ground{fill:var(--kind);fill-opacity:.3;fill-rule:evenodd}
.border{stroke:var(--soft);stroke-width:6;stroke-dasharray:2 18}
path.scale{stroke:var(--soft);stroke-width:8}
path.dot{stroke:var(--soft);stroke-width:50;background:0}
path.dot.own{stroke:var(--kind);stroke-width:80}
text{font:118px system-ui,sans-serif;fill:var(--soft);stroke:var(--raised);stroke-width:24;paint-order:stroke}
text.own{font-weight:600;fill:var(--ink)}
text.area{letter-spacing:.04em}
.middle{text-anchor:middle}
.end{text-anchor:end}
.axis{stroke:var(--rule);stroke-width:14}
.life{stroke:var(--kind);stroke-width:60;stroke-opacity:.3}
.marks{stroke:var(--kind);stroke-width:60}
.tick{stroke:var(--soft);stroke-width:8}
.roles li{display:flex;flex-direction:row-reverse;justify-content:space-between;gap:.9em;padding-block:.2em}
.roles .when{color:var(--soft);white-space:nowrap}
.timeline li{position:relative;padding-block:.2em}
.timeline .when{font-weight:600;color:var(--event)}
.links{display:flex;flex-wrap:wrap;gap:.4em .9em}
.links .ref::before{content:"";display:inline-block;width:.6em;height:.6em;margin-inline-end:.4em;border-radius:50%;background:var(--kind);forced-color-adjust:none}`;

/** Its foot has many buttons. The key beside the first is there where it has room: else it is on a line that is cut off. */
const FOOT = `
.foot{column-gap:.2em}
.foot button{padding-inline:.4em}
.foot button:first-child{flex:1 1 min-content;max-width:max-content;height:2.3em;line-height:2.3;padding-block:0;overflow:hidden;word-break:keep-all}
.foot .end{font-size:1.3em;line-height:1}
@media (pointer:coarse){.foot button{padding-block:.7em}.foot button:first-child{height:2.9em;line-height:2.9}}`;

/** What is asked of a card that is wrong (reader/correct), in the place of its entry. */
const INQUIRY = `
.inquiry+.body{display:none}
.inquiry h2{font-size:1.2em}
.inquiry h3{margin:.6em 0 .2em;font:inherit;font-size:.9em;color:var(--soft)}
.where{display:flex;flex-wrap:wrap;gap:.2em 1.2em;margin:.5em 0 0;padding:0;border:0;font-size:.9em}
.where legend{float:inline-start;padding:0;margin-inline-end:1.2em;color:var(--soft)}
.where label{display:flex;gap:.4em;align-items:center;cursor:pointer}
.where input{margin:0;accent-color:var(--focus)}
.choices{margin-block:.4em .6em}
.choices button{display:grid;grid-template-columns:auto 1fr;column-gap:.6em;align-items:baseline;box-sizing:border-box;inline-size:calc(100% + 1.2em);margin-inline:-.6em;color:var(--ink)}
.choices .dot{align-self:center}
.choices .plain{grid-template-columns:1fr}
.choices small{grid-column:2;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;font-size:.9em;color:var(--soft)}
.plain small{grid-column:1}
.trouble{margin-block-end:.6em}
@media (pointer:coarse){.choices button,.where label{padding-block:.6em}}`;

/** What stands inside of `.card` and `.entry-view`, and of whatever else looks like them. */
export const NESTED_CSS = [SHARED, TEXT, CONTROLS, FRAME, QUOTE, NOTE, PANEL].join("");

/** For `adoptedStyleSheets`, in a shadow root or in a page of our own. */
export const CARD_CSS = `${HOST_CSS}${CARD}.card,.entry-view{${NESTED_CSS}}.card{${FOOT}${INQUIRY}}`;
