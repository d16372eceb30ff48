/** BibTeX of what the highlights were taken from, with the passages as notes. */
import { bibtex } from "../../citing/bibtex";
import { sourcesOf } from "../articles";
import type { ExportFormat } from "./format";

export const bibtexFormat: ExportFormat = {
  id: "bibtex",
  title: "format_bibtex",
  extension: "bib",
  mime: "application/x-bibtex",
  write: (rows) => bibtex(sourcesOf(rows)),
};
