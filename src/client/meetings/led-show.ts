/** Which of an officer's meetings are shown, as the address says it in Dutch. Pure. */
import type { LedShow } from "../../meetings/contract.ts";

const words: Readonly<Record<LedShow, string>> = { upcoming: "", past: "geweest", "without-minutes": "zonder-verslag" };

/** In the order in which they can be chosen. */
export const shown = ["upcoming", "without-minutes", "past"] as const satisfies readonly LedShow[];

export const wordOf = (show: LedShow): string => words[show];

/** What is to come for any other word. */
export const showIn = (word: string | undefined): LedShow => shown.find((show) => words[show] === word) ?? "upcoming";
