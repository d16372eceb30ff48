/** How an exported page looks: as the library does, light or dark as the reader's system is, and on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fffdf8, #1b1a18);
  --ink: light-dark(#1c1b19, #ece7dc);
  --soft: light-dark(#6b655c, #a39c90);
  --rule: light-dark(#e8e2d6, #37342f);
  --yellow: light-dark(#c79a00, #e3bd3d);
  --green: light-dark(#2f8f46, #6bc47f);
  --blue: light-dark(#2f6fc4, #7fb0ee);
  --pink: light-dark(#c2417c, #ee8fb8);
  --purple: light-dark(#7a4fc0, #b79aec);
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Charter, "Iowan Old Style", Georgia, "Noto Serif", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 3rem 0 0.25rem; }
h2 a { text-decoration: none; }
h2 a:hover, h2 a:focus-visible { text-decoration: underline; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
p { margin: 0.375rem 0; }
.source, .about, .found { color: var(--soft); font: 0.875rem/1.5 system-ui, sans-serif; }
.highlight { margin: 1.75rem 0; }
.highlight > p { margin-inline-start: 1.25rem; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 4px solid var(--mark, var(--rule)); }
blockquote p, .note p, q { white-space: pre-wrap; }
.note { margin: 0.5rem 0 0; margin-inline-start: 1.25rem; padding-inline-start: 0.75rem; border-inline-start: 1px solid var(--rule); }
${["yellow", "green", "blue", "pink", "purple"].map((colour) => `.${colour} { --mark: var(--${colour}); }`).join("\n")}
@media print {
  :root { color-scheme: light; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .highlight { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
