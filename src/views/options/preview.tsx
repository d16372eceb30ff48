import { useRef } from "preact/hooks";
import type { Translate } from "../../i18n/translate";

/** A paragraph with names in it, marked as pages are: a page of its own (entrypoints/preview), as high as its text. */
export function Preview({ t }: { t: Translate }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const fit = () => {
    const inside = frame.current?.contentDocument?.documentElement;
    if (!inside) return;
    // It grows and shrinks with the window, the size of the text, and when what stands in it is drawn.
    new ResizeObserver(() => frame.current && (frame.current.style.blockSize = `${inside.scrollHeight}px`)).observe(inside);
  };
  return <iframe ref={frame} class="preview" src="/preview.html" title={t("options_preview")} onLoad={fit} />;
}
