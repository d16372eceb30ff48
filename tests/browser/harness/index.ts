/** Everything that a browser test needs. */
export { type ReadCard, pressInCard, readCard, waitForCard, waitForNoCard } from "../../../scripts/drive/card";
export { inClosedRoots } from "../../../scripts/drive/closed-roots";
export { hoverText, locateText, paintedNames as mentions, waitForPaint } from "../../../scripts/drive/names";
export { pause } from "../../../scripts/drive/pause";
export { backgroundRuns, preferDark } from "../../../scripts/drive/privileged";
export { accessibilityViolations } from "./accessibility";
export { type Altered, launchAltered, launchIn } from "./altered";
export { serialiseDom } from "./dom";
export { type Downloads, downloadFolder } from "./downloads";
export { keepSelected, keptOf, type PaintedPassage, paintedPassages, sayHighlight, selectText } from "./highlights";
export { addPack, changeSettings, choosePack, install, KEEP_ADDRESS, uninstall } from "./extension";
export { launch, type OpenOptions, type Session } from "./launch";
export { type Look, lookOf, lookOfCard } from "./look";
export { emulateMedia, type Media } from "./media";
export { dialogsReadAloud, flat, type Spoken } from "./read-aloud";
export { type Remote, remoteOf } from "./remote";
export { pressShortcut, registeredCommands } from "./shortcut";
export { until } from "./until";
