/** Looking for a plan among many. Pure. */
import type { OptionView } from "../../voting/contract.ts";

export interface Wanted {
  words: string;
  /** Empty: every theme. */
  theme: string;
}

type Findable = Pick<OptionView, "label" | "summary" | "theme">;

/** The plans that hold every word somewhere in title, summary or theme, accents and capitals aside. */
export function foundPlans<Plan extends Findable>(plans: readonly Plan[], { words, theme }: Wanted): Plan[] {
  const sought = plain(words).split(/\s+/).filter(Boolean);
  return plans.filter((plan) => {
    if (theme !== "" && plan.theme !== theme) return false;
    const text = plain(`${plan.label} ${plan.summary} ${plan.theme ?? ""}`);
    return sought.every((word) => text.includes(word));
  });
}

/** Each theme once, by the alphabet. */
export function themesOf(plans: readonly Pick<Findable, "theme">[]): string[] {
  return [...new Set(plans.flatMap(({ theme }) => theme ?? []))].sort((one, other) => one.localeCompare(other, "nl"));
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
