/** Reads and judges an officer's list; shared by looking first and inviting. */
import { allKernen } from "../kernen/index.ts";
import { Refused } from "../shared/refused.ts";
import type { Work } from "../shared/work.ts";
import { plainAddress } from "./address.ts";
import type { InvitationRowView } from "./contract.ts";
import { readInvitations } from "./invitation-file.ts";
import { type Judged, judgeRows } from "./invitation-verdicts.ts";
import { findKnown } from "./people-store.ts";
import { isOfficerOf, officerKernen } from "./rules.ts";

/**
 * `file`: base64. Refuses who is no officer of `kern` and a file that is empty, has no usable first line or more rows than
 * `mostInvitations` ("invalid-input" on `file`).
 */
export async function judgeInvitations(
  { tx, actor, now }: Pick<Work, "tx" | "actor" | "now">,
  { kern, file }: { kern: string; file: string },
): Promise<{ heading: string[]; rows: Judged[] }> {
  if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
  const read = readInvitations(Buffer.from(file, "base64"), kern);
  if ("fault" in read) throw new Refused("invalid-input", { fields: [{ path: "file", message: read.fault }] });
  const kernen = officerKernen(
    actor,
    (await allKernen(tx)).map((each) => each.kern),
  );
  const addresses = read.rows.map(({ entry }) => plainAddress(entry.email ?? ""));
  const known = await findKnown(tx, [...new Set(addresses)], now);
  return { heading: read.heading, rows: judgeRows(read.rows, known, kernen) };
}

export function rowView({ line, entry, verdict, about }: Judged): InvitationRowView {
  const { name = "", email = "", kern = "" } = entry;
  return { line, name, email, kern, verdict, about };
}
