/** The English texts, filled in as the browser fills them in: for tests, and for scripts, which have no browser. */
import messages from "../../public/_locales/en/messages.json";
import { type Translate, translator } from "./translate";

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** @throws Error for a key that does not exist */
export const english: Translate = translator((key, values = []) => {
  const entry = (messages as Record<string, Message>)[key];
  if (!entry) throw new Error(`There is no message "${key}".`);
  return entry.message
    .replace(/\$([A-Z]+)\$/g, (_, name: string) => entry.placeholders?.[name.toLowerCase()]?.content ?? `?${name}?`)
    .replace(/\$(\d)/g, (_, number: string) => values[Number(number) - 1] ?? `?${number}?`);
});
