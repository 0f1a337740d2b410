import type { Work } from "../shared/work.ts";
import type { MembersFact } from "./contract.ts";
import { saveWaiting } from "./waiting-store.ts";

/** These members are to come into the teams of their kernen: they wait for it from now on, and what lets them in follows from the fact. */
export async function letIn(
  { tx, now, announce }: Pick<Work, "tx" | "now" | "announce">,
  fact: "member-accepted" | "guest-missing",
  members: readonly { person: string; kern: string }[],
): Promise<void> {
  if (members.length === 0) return;
  await saveWaiting(tx, members, now);
  for (const { person, kern } of members) announce({ fact, person, kern } satisfies MembersFact);
}
