/** What will come of each row of a list of invitations, before anything is done. Pure. */
import { plainAddress } from "./address.ts";
import type { InvitationEntry, InvitationVerdict } from "./contract.ts";
import type { FileRow } from "./invitation-file.ts";
import { refuseAddress } from "./rules.ts";

/** Somebody the municipality knows, in the sight of an invitation. */
export interface KnownPerson {
  person: string;
  email: string;
  /** Slugs of the kernen she takes part in. */
  kernen: readonly string[];
  blocked: boolean;
}

export interface Judged {
  line: number;
  fields: string[];
  entry: Partial<InvitationEntry>;
  verdict: InvitationVerdict;
  /** What the verdict is about: the field, the line it repeats, the address as it is known. */
  about: string | null;
}

/** These rows are invited; the rest is left alone. */
export const isInvited = (verdict: InvitationVerdict): boolean => verdict === "invite" || verdict === "web-only";

/** `kernen`: the slugs the officer may invite to. Of two rows with one mailbox in one kern the first counts. */
export function judgeRows(rows: readonly FileRow[], known: readonly KnownPerson[], kernen: readonly string[]): Judged[] {
  const byPlain = new Map<string, KnownPerson[]>();
  for (const person of known) {
    const plain = plainAddress(person.email);
    byPlain.set(plain, [...(byPlain.get(plain) ?? []), person]);
  }
  const firstLine = new Map<string, number>();
  return rows.map((row) => {
    const { line, fields, entry } = row;
    const judged = (verdict: InvitationVerdict, about: string | null = null): Judged => ({ line, fields, entry, verdict, about });
    if (row.fault) return judged("broken", row.fault);
    const { email, kern, consent } = row.entry;
    if (!kernen.includes(kern)) return judged("wrong-kern", kern);
    const mailbox = `${plainAddress(email)} ${kern}`;
    const first = firstLine.get(mailbox);
    if (first !== undefined) return judged("duplicate", String(first));
    firstLine.set(mailbox, line);
    const spellings = byPlain.get(plainAddress(email)) ?? [];
    const same = spellings.find((person) => person.email === email);
    if (same?.blocked) return judged("blocked");
    if (same?.kernen.includes(kern)) return judged("already-member");
    const other = same ? undefined : spellings[0];
    if (other) return judged("other-spelling", other.email);
    if (consent.length < 2) return judged("no-consent");
    return refuseAddress(email) === null ? judged("invite") : judged("web-only");
  });
}
