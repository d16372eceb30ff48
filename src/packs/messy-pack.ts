/** A pack in which nearly everything is wrong, so that tests can see that all of it is told at once. */
import type { PackFile } from "./model";

export const MESSY_PACK: PackFile[] = [
  {
    path: "pack.yaml",
    text: `id: Messy/Pack
titel: Messy
version: 1.0
languages: [en, klingon_x]
licence: all mine!
authors: []
`,
  },
  {
    path: "sources.json",
    text: `[
  {"id": "good-2017", "type": "webpage", "title": "Good", "URL": "https://example.org/"},
  {"id": "good-2017", "type": "webpage", "title": "Twice"},
  {"type": "book", "title": "No id"},
  {"id": "no-title", "type": "bok"},
  {"id": "script", "type": "book", "title": "x", "URL": "javascript:alert(1)"},
  {"id": "shape", "type": "book", "title": "x", "author": "Somebody"},
  "a text"
]
`,
  },
  {
    path: "quotes.yaml",
    text: `- text: Words without a speaker.
  cite: good-2017
- text: Words without a source.
  speaker: mao-zedong
- speaker: mao-zedong
  cite: good-2017
- text: To nobody.
  speaker: mao-zedung
  to: [nobody-known, {name: Somebody}]
  about: [peng]
  date: 1956-14
  cite: bad-2017, p. 3
  occassion: Talks
- text: Said twice.
  speaker: mao-zedong
  cite: good-2017
- text: Said twice.
  speaker: mao-zedong
  cite: good-2017
- text: Said from the grave.
  speaker: peng-dehuai
  date: 1980
  cite: good-2017
- just a text
`,
  },
  {
    path: "entries/people/mao-zedong.md",
    text: `---
kind: persn
names: {en: [Mao Zedong]}
---
`,
  },
  {
    path: "entries/people/peng-dehuai.md",
    text: `---
kind: person
kind: person
names:
  en: [Peng Dehuai, "", "…"]
  e_n: [Peng]
born: 1974
died: 1898
founded: 1950
id: [peng, dehuai]
at: [200, 10]
roles:
  - {title: Marshal, from: 1954, to: 1950, cite: nobody}
  - {from: 1950}
  - a text
links: [mao-zedong, mao-zedung, peng-dehuai, "[[good-2017]]"]
wikipedia: https://en.wikipedia.org/wiki/Peng_Dehuai
colour: red
---
Uncited.

Cited [@nobody] with <b>HTML</b> and a [[dead-link]]. [@good-2017]

## Life

## Timeline
- 1956-02-30: Nothing. [@good-2017]
`,
  },
  {
    path: "entries/events/august.md",
    text: `---
kind: event
names: [AUGUST Pléna]
date: 1953/1950
---
`,
  },
  {
    path: "entries/other/August Plena.md",
    text: `---
kind: event
names: [August Plena]
date: September 1956
---
What it was. [@good-2017]
`,
  },
  { path: "entries/again/august.md", text: "---\nkind: event\nnames: [Another]\n---\nWhat it was. [@good-2017]\n" },
  { path: "entries/bare.md", text: "No front matter. [@good-2017]\n" },
  { path: "entries/open.md", text: "---\nkind: place\nnames: [Open: Place]\n" },
  { path: "entries/nameless.md", text: "---\nkind: place\nnames:\nshort: [X]\n---\nA place. [@good-2017]\n" },
  { path: "entries/yaml.md", text: "---\nkind: place\nnames: [Here\n---\nA place. [@good-2017]\n" },
  { path: "elsewhere.md", text: "---\nkind: place\nnames: [Elsewhere]\n---\n" },
  { path: "quote.yaml", text: "" },
];
