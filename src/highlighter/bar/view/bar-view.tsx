import { CopyButton } from "../../../card/view/copy-button";
import { Editor } from "./editor";
import { Lookup } from "./lookup";
import type { BarProps } from "./props";
import { Swatches } from "./swatches";

/** The inside of the bar, whatever it shows. */
export function BarView(props: BarProps) {
  const { scene, passage } = props;
  switch (scene.kind) {
    case "offer":
      return <Offer {...props} />;
    case "saved":
      return <Saved {...props} />;
    case "editor":
      return passage && <Editor key={scene.id} {...props} scene={scene} passage={passage} />;
    case "removed":
      return <Removed {...props} />;
    case "failed":
      return <Failed {...props} />;
    case "lookup":
      return <Lookup {...props} found={scene.found} />;
  }
}

function Offer({ t, names, does }: BarProps) {
  return (
    <div class="row tools">
      <Swatches t={t} names={names} onPick={does.pick} />
      <span class="row">
        <button onClick={() => does.write("note")}>{t("bar_note")}</button>
        <button onClick={() => does.write("tags")}>{t("bar_tags")}</button>
        <CopyButton t={t} text="" label="bar_cite" onCopy={does.cite} />
        <button onClick={does.lookUp}>{t("bar_look_up")}</button>
      </span>
    </div>
  );
}

function Saved({ t, names, passage, trouble, does }: BarProps) {
  return (
    <div class="row tools">
      <span class="said">{t("bar_saved")}</span>
      <button onClick={does.remove}>{t("bar_undo")}</button>
      <span class="row">
        <button onClick={() => does.write("note")}>{t("bar_note")}</button>
        <button onClick={() => does.write("tags")}>{t("bar_tags")}</button>
      </span>
      <Swatches t={t} names={names} chosen={passage?.highlight.colour} onPick={does.pick} />
      {trouble && <p role="alert">{t("bar_trouble")}</p>}
    </div>
  );
}

function Removed({ t, trouble, does }: BarProps) {
  return (
    <div class="row tools">
      <span class="said">{t("bar_removed")}</span>
      <button onClick={does.restore}>{t("bar_restore")}</button>
      {trouble && <p role="alert">{t("bar_trouble")}</p>}
    </div>
  );
}

/** The words are still on the screen: the reader can take them elsewhere. */
function Failed({ t, scene, does }: BarProps) {
  if (scene.kind !== "failed") return null;
  return (
    <div class="text">
      <p role="alert">
        <strong>{t("bar_failed")}</strong> {t(`bar_failed_${scene.why}`)}
      </p>
      <div class="row tools">
        <CopyButton t={t} text="" label="bar_copy_words" onCopy={does.cite} />
        <button onClick={does.retry}>{t("card_retry")}</button>
        <button class="end" onClick={does.close}>
          {t("card_close")}
        </button>
      </div>
    </div>
  );
}
