/** Asking the background so that it does what is asked, and does it once, also where it is stopped before it can answer. */
import { ask, type Ask, type Message, type Send } from "./ask";
import type { Infer, Schema } from "./schema";

/** Pauses before asking again, in milliseconds: a background that was stopped is there again within a tenth of a second. */
const PAUSES_MS = [50, 200, 800];

export interface Again {
  /** Makes a UUID. */
  id(): string;
  pause(ms: number): Promise<void>;
}

/**
 * `ask`, again where nobody answered: the browser has stopped the background in the middle of it, and starts it when it
 * is asked. A request that writes bears an id, by which the background knows it again (`once` in about-highlights.ts). An
 * error that the background reports is an answer.
 * @throws Error as `ask` does.
 */
export function askAgain(send: Send, { id, pause }: Again): Ask {
  const sendAgain: Send = async (envelope) => {
    for (const ms of PAUSES_MS) {
      const reply = await send(envelope).catch(() => undefined);
      if (reply && typeof reply === "object") return reply;
      await pause(ms);
    }
    return send(envelope);
  };
  return <Request extends Schema, Answer extends Schema>(message: Message<Request, Answer>, request: Infer<Request>) =>
    ask(sendAgain, message, takesId(message.request) ? ({ once: id(), ...(request as object) } as Infer<Request>) : request);
}

function takesId(schema: Schema): boolean {
  return typeof schema === "object" && "fields" in schema && schema.optional?.["once"] !== undefined;
}
