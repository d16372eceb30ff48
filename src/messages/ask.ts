import { fault, type Infer, type Schema } from "./schema";

/** A message of the contract: see contract.ts. */
export interface Message<Request extends Schema = Schema, Answer extends Schema = Schema> {
  readonly name: string;
  readonly request: Request;
  readonly answer: Answer;
}

/** What goes over the wire. An answer is wrapped, so that "nobody listened" (`undefined`) and an error can be told apart. */
export type Envelope = { backstory: string; request: unknown };
export type Reply = { answer: unknown } | { error: string };

/** Sends an envelope: `runtime.sendMessage`, or `tabs.sendMessage` bound to a tab. */
export type Send = (envelope: Envelope) => Promise<unknown>;

/**
 * Asks the other side and checks what comes back.
 * @throws Error where nobody answers, the other side reports an error, or the answer has the wrong shape.
 */
export async function ask<Request extends Schema, Answer extends Schema>(
  send: Send,
  message: Message<Request, Answer>,
  request: Infer<Request>,
): Promise<Infer<Answer>> {
  const reply = (await send({ backstory: message.name, request })) as Reply | null | undefined;
  if (!reply || typeof reply !== "object") throw new Error(`${message.name}: nobody answered`);
  if ("error" in reply) throw new Error(`${message.name}: ${reply.error}`);
  const wrong = fault(message.answer, reply.answer);
  if (wrong) throw new Error(`${message.name}: wrong answer: ${wrong}`);
  return reply.answer as Infer<Answer>;
}

/** `ask`, bound to one way of sending: for whoever need not know which. */
export type Ask = <Request extends Schema, Answer extends Schema>(
  message: Message<Request, Answer>,
  request: Infer<Request>,
) => Promise<Infer<Answer>>;
