import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type GuestsNotedView, type MembersFact, noteGuestsInput } from "./contract.ts";
import { type Moment, noteInTeam, noteMoments, noteOutOfTeam, noteUnreachable, saveRemoved } from "./guest-store.ts";
import { letIn } from "./let-in.ts";
import { findKernenOf, findPersonByOid } from "./store.ts";

/**
 * Kernplein itself records what the bot and the daily reading of the tenant saw of guests; each moment counts once. Whom the bot reaches
 * has signed in, so accepted her invitation; being in a team does not say so, for Teams may show a guest before. Who is gone from the
 * tenant while she takes part is invited anew. Strangers are passed over. Refuses people.
 */
export const noteGuests = action({
  name: "members.note-guests",
  kind: "change",
  input: noteGuestsInput,
  async run(work, { seen, readAgainAt }): Promise<GuestsNotedView> {
    const { tx, actor, now, announce, concerns } = work;
    concerns(`${seen.length} guests`);
    if (actor.person !== null || !["job", "cli", "bot"].includes(actor.channel)) throw new Refused("not-allowed");
    const of = (sign: (typeof seen)[number]["sign"]) => seen.filter((each) => each.sign === sign);
    const moments = async (moment: Moment, ...signs: Parameters<typeof of>[0][]) => {
      const those = signs.flatMap(of);
      const oids = those.map(({ oid }) => oid);
      return noteMoments(
        tx,
        oids,
        moment,
        those.map(({ at }) => (at === undefined ? now : new Date(at))),
      );
    };
    let noted =
      (await moments("accepted_at", "accepted", "bot-reachable")) + (await moments("bot_reachable_at", "bot-reachable"));
    noted += await noteUnreachable(
      tx,
      of("bot-unreachable").map(({ oid }) => oid),
    );
    for (const kern of new Set(seen.flatMap((each) => each.kern ?? []))) {
      const here = (sign: "in-team" | "out-of-team") => of(sign).flatMap((each) => (each.kern === kern ? [each.oid] : []));
      noted += await noteInTeam(tx, kern, here("in-team"), now);
      noted += await noteOutOfTeam(tx, kern, here("out-of-team"));
    }
    for (const { oid } of of("gone")) {
      const person = (await findPersonByOid(tx, oid))?.person;
      if (person === undefined || !(await saveRemoved(tx, person, oid, now))) continue;
      noted++;
      const kernen = await findKernenOf(tx, person);
      await letIn(
        work,
        "guest-missing",
        kernen.map(({ kern }) => ({ person, kern })),
      );
    }
    if (readAgainAt !== undefined) announce({ fact: "guests-read", at: readAgainAt } satisfies MembersFact);
    return { noted };
  },
});
