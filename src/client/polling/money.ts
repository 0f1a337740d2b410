/** Euros as an officer types them. Pure. Money is whole cents everywhere else; how it is read: kit/money.ts. */

/** "4.500", "4500", "4500,50" or "€ 4 500" as cents; null for what is no amount. */
export function centsOf(typed: string): number | null {
  const bare = typed.replace(/[€\s\u00a0]/g, "");
  const [, whole, parts = ""] = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(bare) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replaceAll(".", "")) * 100 + Number(parts.padEnd(2, "0"));
}

/** As it stands in a field: "4500" or "4500,50". */
export function typedCents(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}
