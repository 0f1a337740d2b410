/** Two small files that every public site has: where weaknesses are reported, and what search engines may take. */

export interface SecurityContact {
  /** Where weaknesses are reported: mailto: or https: address. */
  contact: string;
  /** Page with the rules for reporting (coordinated vulnerability disclosure). */
  policy?: string;
}

/** RFC 9116. Expires half a year ahead, counted by day, so that it never lies more than a year away. */
export function securityText({ contact, policy }: SecurityContact, publicOrigin: string, now: Date): string {
  const expires = new Date(now.getTime() + 180 * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: nl, en",
    `Canonical: ${publicOrigin}/.well-known/security.txt`,
  ];
  return `${[...lines, ...(policy ? [`Policy: ${policy}`] : [])].join("\n")}\n`;
}

/** Names and opinions of residents are no food for search engines; the front pages may be found. */
export const robotsText = "User-agent: *\nAllow: /$\nAllow: /meedoen\nAllow: /toegankelijkheid\nAllow: /privacy\nDisallow: /\n";
