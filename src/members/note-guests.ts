import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type GuestsNotedView, type MembersFact, noteGuestsInput } from "./contract.ts";
import { noteInTeam, noteMoments, saveRemoved } from "./guest-store.ts";
import { findKernenOf, findPersonByOid } from "./store.ts";

/**
 * Kernplein itself records what the bot and the daily reading of the tenant saw of guests; each moment counts once. Who is gone from the
 * tenant while she takes part is invited anew. Strangers are passed over. Refuses people.
 */
export const noteGuests = action({
  name: "members.note-guests",
  kind: "change",
  input: noteGuestsInput,
  async run({ tx, actor, now, announce, concerns }, { seen, readAgainAt }): Promise<GuestsNotedView> {
    concerns(`${seen.length} guests`);
    if (actor.person !== null || !["job", "cli", "bot"].includes(actor.channel)) throw new Refused("not-allowed");
    const of = (sign: (typeof seen)[number]["sign"]) => seen.filter((each) => each.sign === sign);
    const moments = async (sign: "accepted" | "bot-reachable", moment: "accepted_at" | "bot_reachable_at") => {
      const those = of(sign);
      const oids = those.map(({ oid }) => oid);
      return noteMoments(
        tx,
        oids,
        moment,
        those.map(({ at }) => (at === undefined ? now : new Date(at))),
      );
    };
    let noted = (await moments("accepted", "accepted_at")) + (await moments("bot-reachable", "bot_reachable_at"));
    const inTeam = of("in-team");
    for (const kern of new Set(inTeam.flatMap((each) => each.kern ?? []))) {
      const oids = inTeam.filter((each) => each.kern === kern).map(({ oid }) => oid);
      noted += await noteInTeam(tx, kern, oids, now);
    }
    for (const { oid } of of("gone")) {
      const person = (await findPersonByOid(tx, oid))?.person;
      if (person === undefined || !(await saveRemoved(tx, person, oid, now))) continue;
      noted++;
      for (const { kern } of await findKernenOf(tx, person))
        announce({ fact: "guest-missing", person, kern } satisfies MembersFact);
    }
    if (readAgainAt !== undefined) announce({ fact: "guests-read", at: readAgainAt } satisfies MembersFact);
    return { noted };
  },
});
