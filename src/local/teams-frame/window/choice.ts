/** What is chosen in the window, as it stands in the window's address. Pure. */

export type Theme = "default" | "dark" | "contrast";
export type Language = "nl" | "en";

export interface Choice {
  municipality: string;
  /** Address of who looks; "" for somebody whom Teams does not name. */
  person: string;
  /** Id of a team; "" in the personal app. */
  team: string;
  channel: string;
  /** Id of a tab, or "posts". */
  tab: string;
  /** What a link in Teams points at within the tab: "/molenlanden/stemming/…". */
  subPage: string;
  theme: Theme;
  language: Language;
}

const names: Record<keyof Choice, string> = {
  municipality: "gemeente",
  person: "wie",
  team: "team",
  channel: "kanaal",
  tab: "tabblad",
  subPage: "doel",
  theme: "thema",
  language: "taal",
};

/** Nobody, and the personal app. */
const meansSomethingEmpty = new Set([names.person, names.team]);

const themes: readonly string[] = ["default", "dark", "contrast"] satisfies Theme[];
export const isTheme = (given: string): given is Theme => themes.includes(given);

/** What the address names; the rest is chosen by whoever knows what there is. */
export function readChoice(search: string): Partial<Choice> {
  const given = new URLSearchParams(search);
  const found = Object.entries(names).flatMap(([key, name]) => (given.has(name) ? [[key, given.get(name)] as const] : []));
  const { theme, language, ...rest } = Object.fromEntries(found) as Record<string, string>;
  return {
    ...rest,
    ...(theme && isTheme(theme) ? { theme } : {}),
    ...(language === "nl" || language === "en" ? { language } : {}),
  };
}

export function addressOf(choice: Choice): string {
  const given = Object.entries(names).map(([key, name]) => [name, choice[key as keyof Choice]]);
  return `?${new URLSearchParams(given.filter(([name, value]) => value !== "" || meansSomethingEmpty.has(name ?? "")))}`;
}
