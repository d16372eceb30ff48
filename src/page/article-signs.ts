/**
 * By what an article is known, as selectors. They come to a page with the answer to `page:here`, for code in pages is limited
 * in bytes.
 */
import type { Here } from "../messages/here";

export const ARTICLE_SIGNS: Here["signs"] = {
  /** A publisher who says "article" is believed. */
  declared:
    'meta[property="og:type"][content*="article" i], meta[property="article:published_time"], ' +
    '[itemtype$="Article" i], [itemtype$="BlogPosting" i]',

  /** Widgets of applications, places to write, and places to type secrets: articles do not have them. */
  app:
    '[role="application"], [role="grid"], [role="treegrid"], [role="tree"], [role="menubar"], ' +
    '[contenteditable=""], [contenteditable="true" i], [role="textbox"][aria-multiline="true"], ' +
    'input[type="password"], input[autocomplete^="cc-"]',

  /** Where text stands that is not the article's. */
  aside: "li, nav, aside, footer, form, dialog, .comment, .comments, #comments",
};
