/** SQL of chat_setting. */
import type { Tx } from "../shared/work.ts";
import { type QuietHours, usualQuietHours } from "./quiet-hours.ts";

export async function findQuietHours(tx: Tx, person: string): Promise<QuietHours> {
  const found = await tx
    .selectFrom("chat_setting")
    .select(["quiet_from as quietFrom", "quiet_until as quietUntil"])
    .where("person_id", "=", person)
    .executeTakeFirst();
  return found ?? usualQuietHours;
}

export async function saveQuietHours(
  tx: Tx,
  municipality: string,
  person: string,
  { quietFrom, quietUntil }: QuietHours,
): Promise<void> {
  const row = { quiet_from: quietFrom, quiet_until: quietUntil };
  await tx
    .insertInto("chat_setting")
    .values({ municipality_id: municipality, person_id: person, ...row })
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id"]).doUpdateSet(row))
    .execute();
}
