import type { SampleBlock } from "./sample";

/** As an article is set. */
export function Sample({ sample }: { sample: readonly SampleBlock[] }) {
  return (
    <article class="sample">
      {sample.map(({ heading, text }) => (heading ? <h2 key={text}>{text}</h2> : <p key={text}>{text}</p>))}
    </article>
  );
}
