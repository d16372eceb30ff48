import type { Inquiry } from "../../card/index";
import type { InquiryOptions } from "./inquiry";

/** Where the corrector's code leaves `CreateInquiry` for the card: scripts of ours share nothing but a global object that no page sees. */
export const CORRECTOR_KEY = Symbol.for("backstory.corrector");

/** Makes what asks the reader what is wrong with a card. What has to do with the browser comes with the corrector's code. */
export type CreateInquiry = (options: Omit<InquiryOptions, "ask" | "t" | "lang" | "reread">) => Promise<Inquiry>;
