import type { Entry } from "../packs/model";

/** The name in its own script, where the pack says which language that is and it is not the heading already. */
export function ownName({ native, names }: Entry): { text: string; lang: string } | undefined {
  const written = names.filter((name) => name.lang === native && name.class !== "title");
  const own = written.find((name) => name.class === "full") ?? written[0];
  return own && own !== names[0] ? { text: own.text, lang: own.lang } : undefined;
}
