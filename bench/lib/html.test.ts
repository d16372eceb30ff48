import { expect, test } from "vitest";
import { paragraphsOfHtml } from "./html";

test("paragraphs are parted by tags of blocks, not by those of runs", () => {
  const html = `<!doctype html><head><title>No</title></head><body><nav>Home</nav>
    <h1>Kim&nbsp;Il&#x2011;sung</h1><p>He met <b>M</b>ao
    in <a href="x">Beijing</a>.<p>Then&#8217;s<br>now &amp; here<script>if (a < b) no()</script></p><!-- no <p> --><p> </p>`;
  expect(paragraphsOfHtml(html)).toEqual(["Kim\u00a0Il\u2011sung", "He met Mao in Beijing.", "Then’s", "now & here"]);
});

test("what is no entity stays as it is", () => {
  expect(paragraphsOfHtml("<p>AT&T &nosuch; &#99999999;</p>")).toEqual(["AT&T &nosuch; &#99999999;"]);
});
