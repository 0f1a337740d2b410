import type { Language } from "../language.ts";

/** "€ 12.400" or "€ 4,13": whole cents in euros, cents only where there are any. */
export function euros(cents: number, language: Language): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const format = { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  // A sum is read as one: it never breaks over two lines.
  return new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-IE", format).format(cents / 100).replace(/\s/g, "\u00a0");
}
