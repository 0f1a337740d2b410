/** The text of a Teams message, which comes as HTML. Pure. */

const longestRead = 8000;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * Plain text with its line breaks, out of at most 8,000 characters of HTML. Somebody who is mentioned is not named: that is for the
 * writer to do.
 */
export function plainText(html: string): string {
  return html
    .slice(0, longestRead)
    .replace(/<at\b[^>]*>.*?<\/at>/gis, "[…]")
    .replace(/<br\b[^>]*>|<\/(p|div|li|h[1-6]|tr)>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entityOf(name.toLowerCase()) ?? whole)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .toWellFormed()
    .trim();
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith("#")) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
