/** Which message asks for which operation on highlights. */
import { handler, type Handler } from "../messages/answer";
import * as messages from "../messages/contract";
import type { Highlights } from "./highlights";

export function highlightHandlers(highlights: Highlights): Handler[] {
  return [
    handler(messages.highlightsOf, highlights.of),
    handler(messages.knownTags, highlights.tags),
    handler(messages.saveHighlight, highlights.save),
    handler(messages.saveFromPack, highlights.saveFromPack),
    handler(messages.editHighlights, highlights.edit),
    handler(messages.deleteHighlights, highlights.remove),
    handler(messages.restoreHighlights, highlights.restore),
    handler(messages.forgetHighlights, highlights.forget),
    handler(messages.putHighlights, highlights.put),
    handler(messages.reportFound, highlights.found),
  ];
}
