/** The shape of what is said to people, in each language. */
import type { Language } from "./work.ts";

export type InBoth<T> = Record<Language, T>;
/** A sentence in both languages. */
export type Said = InBoth<string>;
export type SaidInBoth = InBoth<{ title: string; sentence: string }>;
