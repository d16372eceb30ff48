/** What a page's DOM looks like to the page itself. */
import type { Page } from "puppeteer-core";
import { evaluateApart } from "../../../scripts/drive/apart";
import { expression } from "../../../scripts/drive/in-page";

/** The whole document as text, with its open shadow roots: two are equal where nobody has changed anything. */
export function serialiseDom(page: Page): Promise<string> {
  return evaluateApart<string>(page.mainFrame(), expression(serialise));
}

/** Runs in the page. */
function serialise(): string {
  const lines: string[] = [];
  visit(document, 0);
  return lines.join("\n");

  function visit(node: Node, depth: number): void {
    lines.push(`${" ".repeat(depth)}${describe(node)}`);
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot, depth + 1);
    // Not childNodes: a form may hold a field of that name.
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, depth + 1);
  }

  function describe(node: Node): string {
    if (!(node instanceof Element)) return `${node.nodeName} ${JSON.stringify(node.nodeValue)}`;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
    return [node.nodeName, ...attributes].join(" ");
  }
}
