/** CSL-JSON of what the highlights were taken from, with the passages as notes. */
import { cslJson } from "../../citing/csl-json";
import { sourcesOf } from "../articles";
import type { ExportFormat } from "./format";

export const cslJsonFormat: ExportFormat = {
  id: "csl-json",
  title: "format_csl_json",
  extension: "json",
  mime: "application/vnd.citationstyles.csl+json",
  write: (rows) => cslJson(sourcesOf(rows)),
};
