/**
 * The settings, in the order of the page: what each is called, the sentence that explains it, and other words under
 * which a reader may look for it. All of them are keys of public/_locales.
 */
import type { MessageKey } from "../../i18n/translate";

export const SECTIONS = ["runs", "marks", "cards", "sites", "right", "packs", "highlights", "transfer", "about"] as const;
export type SectionId = (typeof SECTIONS)[number];

interface Words {
  section: SectionId;
  label: MessageKey;
  hint: MessageKey;
  /** Words of a search, with commas between. */
  also: MessageKey;
  /** What can be chosen, which is found too. */
  choices?: readonly MessageKey[];
}

export const CATALOGUE = {
  on: { section: "runs", label: "options_on", hint: "options_on_hint", also: "options_on_also" },
  run: {
    section: "runs",
    label: "options_run",
    hint: "options_run_hint",
    also: "options_run_also",
    choices: ["options_run_articles", "options_run_asked", "options_run_sites"],
  },
  style: {
    section: "marks",
    label: "options_style",
    hint: "options_style_hint",
    also: "options_style_also",
    choices: ["options_style_dotted", "options_style_line", "options_style_tint", "options_style_none"],
  },
  density: {
    section: "marks",
    label: "options_density",
    hint: "options_density_hint",
    also: "options_density_also",
    choices: ["options_density_all", "options_density_section", "options_density_page"],
  },
  kinds: {
    section: "marks",
    label: "options_kinds",
    hint: "options_kinds_hint",
    also: "options_kinds_also",
    choices: ["kind_person", "kind_event", "kind_organisation", "kind_place", "kind_document", "kind_weapon", "kind_idea"],
  },
  dwell: { section: "cards", label: "options_dwell", hint: "options_dwell_hint", also: "options_dwell_also" },
  modifier: { section: "cards", label: "options_modifier", hint: "options_modifier_hint", also: "options_modifier_also" },
  textSize: { section: "cards", label: "options_text_size", hint: "options_text_size_hint", also: "options_text_size_also" },
  keys: { section: "cards", label: "options_shortcuts", hint: "options_keys", also: "options_shortcuts_also" },
  sites: { section: "sites", label: "options_per_site", hint: "options_per_site_hint", also: "options_per_site_also" },
  known: { section: "right", label: "options_known", hint: "options_known_hint", also: "options_known_also" },
  corrections: { section: "right", label: "options_corrections", hint: "options_corrections_hint", also: "options_corrections_also" },
  packs: { section: "packs", label: "options_packs_legend", hint: "options_packs_hint", also: "options_packs_also" },
  colours: { section: "highlights", label: "options_colours", hint: "options_colours_hint", also: "options_colours_also" },
  private: { section: "highlights", label: "options_private", hint: "options_private_hint", also: "options_private_also" },
  copies: { section: "highlights", label: "options_backup", hint: "options_backup_hint", also: "options_copies_also" },
  remind: { section: "highlights", label: "options_remind", hint: "options_remind_hint", also: "options_copies_also" },
  storage: { section: "highlights", label: "options_room", hint: "options_room_hint", also: "options_room_also" },
  settingsFile: { section: "transfer", label: "options_file", hint: "options_file_hint", also: "options_file_also" },
  library: { section: "transfer", label: "options_library", hint: "options_library_hint", also: "options_library_also" },
  privacy: { section: "about", label: "options_privacy_legend", hint: "options_privacy", also: "options_privacy_also" },
  access: { section: "about", label: "options_access", hint: "options_access_hint", also: "options_access_also" },
  welcome: { section: "about", label: "options_welcome", hint: "options_welcome_hint", also: "options_welcome_also" },
} as const satisfies Record<string, Words>;

export type SettingId = keyof typeof CATALOGUE;

export const SETTING_IDS = Object.keys(CATALOGUE) as SettingId[];

/** Title of a section. */
export const TITLES = {
  runs: "options_runs",
  marks: "options_marks",
  cards: "options_card",
  sites: "options_sites",
  right: "options_right",
  packs: "options_packs",
  highlights: "options_highlights",
  transfer: "options_transfer",
  about: "options_about",
} as const satisfies Record<SectionId, MessageKey>;

export function wordsOf(id: SettingId): Words {
  return CATALOGUE[id];
}
