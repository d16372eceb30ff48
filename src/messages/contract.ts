/**
 * Every message that crosses between page, background and views: its name, which says the direction,
 * and a schema for both ways. Types are inferred from the schemas. Both ends check what arrives
 * (see ask.ts and answer.ts): a page, a pack or an older version of ourselves is never trusted.
 *
 * The parts are files of their own so that a script carries the schemas that it uses and no others.
 */
export * from "./card-content";
export { Link } from "./link";
export * from "./from-page";
export * from "./here";
export * from "./to-page";
export * from "./to-hidden-page";
export * from "./from-view";
export * from "./highlight";
export * from "./about-highlights";
export * from "./about-corrections";
export * from "./to-highlighter";
export * from "./to-own-page";
export * from "./follow";
export * from "./about-story";
export * from "./look-up";
export * from "./panel";
