/** RIS of what the highlights were taken from, with the passages as notes. */
import { ris } from "../../citing/ris";
import { sourcesOf } from "../articles";
import type { ExportFormat } from "./format";

export const risFormat: ExportFormat = {
  id: "ris",
  title: "format_ris",
  extension: "ris",
  mime: "application/x-research-info-systems",
  write: (rows) => ris(sourcesOf(rows)),
};
