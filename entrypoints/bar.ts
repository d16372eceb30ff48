import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createBar } from "../src/highlighter/bar/index";
import { BAR_KEY } from "../src/highlighter/bar/lazy";

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [BAR_KEY]: createBar });
});
