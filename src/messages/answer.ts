import type { Envelope, Message, Reply } from "./ask";
import { fault, type Infer, type Schema } from "./schema";

/** The part of `runtime.MessageSender` that handlers use. */
export interface Sender {
  tab?: { id?: number; url?: string; title?: string; incognito?: boolean };
  /** Of the document that sent it. */
  url?: string;
  frameId?: number;
}

/** A message and what to do when it arrives. Made by `handler`, which ties the two types together. */
export interface Handler {
  name: string;
  request: Schema;
  run: (request: unknown, sender: Sender) => unknown;
}

export function handler<Request extends Schema, Answer extends Schema>(
  message: Message<Request, Answer>,
  run: (request: Infer<Request>, sender: Sender) => Infer<Answer> | Promise<Infer<Answer>>,
): Handler {
  return { ...message, run: run as Handler["run"] };
}

/** A listener in the form that `runtime.onMessage` of every browser understands: `true` means "I shall answer later". */
export type Listener = (message: unknown, sender: Sender, respond: (reply: Reply) => void) => true | undefined;

/**
 * Makes a listener that answers the messages of `handlers`.
 * A message of ours with the wrong shape is dropped and reported, never acted on; somebody else's is left alone.
 * @param report Told, in one line, what was dropped or what went wrong.
 */
export function listener(handlers: Handler[], report: (line: string) => void): Listener {
  const byName = new Map(handlers.map((each) => [each.name, each]));
  return (message, sender, respond) => {
    const envelope = message as Envelope | null | undefined;
    const found = byName.get(envelope?.backstory as string);
    if (!found) return undefined;
    const fail = (error: unknown) => {
      report(`Backstory: ${found.name}: ${String(error)}`);
      respond({ error: String(error) });
    };
    const wrong = fault(found.request, envelope!.request);
    if (wrong) return void fail(`wrong shape, dropped: ${wrong}`);
    Promise.resolve()
      .then(() => found.run(envelope!.request, sender))
      .then((answer) => respond({ answer }), fail);
    return true;
  };
}
