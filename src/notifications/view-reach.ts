import { allKernen } from "../kernen/index.ts";
import { officerKernen, reachableMembers } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MessageView, type PlaceView, type ReachView, viewReachInput } from "./contract.ts";
import { aboutOfId, messageIdOf, messageOf } from "./message-of.ts";
import { findMessages } from "./reach-store.ts";
import type { SquareState, SquareStates } from "./square.ts";

const pageSize = 10;

/**
 * Makes the action: what was sent in an officer's kernen (or one of them), newest first, with whom it reached, and where the bot can
 * speak. Refuses who is no officer (of that kern).
 */
export function makeViewReach(squareStates: SquareStates) {
  return action({
    name: "notifications.view-reach",
    kind: "view",
    input: viewReachInput,
    async run({ tx, actor, now }, { kern, cursor }): Promise<ReachView> {
      if (actor.person === null) throw new Refused("not-signed-in");
      const all = await allKernen(tx);
      const ids = officerKernen(
        actor,
        all.map((one) => one.kern),
      );
      if (ids.length === 0 || (kern !== undefined && !ids.includes(kern))) throw new Refused("not-allowed");
      const kernen = all.filter((one) => ids.includes(one.kern)).map(({ kern: id, name }) => ({ kern: id, name }));
      const found = await findMessages(tx, kern === undefined ? ids : [kern], seenBy(cursor), pageSize + 1);
      const messages: MessageView[] = [];
      const members = new Map<string, Awaited<ReturnType<typeof reachableMembers>>>();
      for (const { about, kern: where } of found.slice(0, pageSize)) {
        const place = kernen.find((one) => one.kern === where);
        if (!place) continue;
        if (!members.has(where)) members.set(where, await reachableMembers(tx, where, now));
        const shown = await messageOf(tx, about, place, members.get(where) ?? []);
        if (shown) messages.push(shown.message);
      }
      const last = found.at(pageSize - 1);
      return {
        messages,
        next: found.length > pageSize && last ? `${last.at.toISOString()}_${messageIdOf(last.about)}` : null,
        kernen,
        places: placesOf(kernen, await squareStates(tx)),
      };
    },
  });
}

function seenBy(cursor: string | undefined): { at: Date; about: string } | null {
  if (cursor === undefined) return null;
  const [at = "", message = ""] = cursor.split("_");
  return { at: new Date(at), about: aboutOfId(message) };
}

/** Every kern, also those whose team the bot never came into. Pure. */
export function placesOf(kernen: readonly { kern: string; name: string }[], states: readonly SquareState[]): PlaceView[] {
  return kernen.map(({ kern, name }) => {
    const state = states.find((one) => one.kern === kern);
    return {
      kern,
      kernName: name,
      trouble: state ? state.trouble : "never",
      since: state?.since?.toISOString() ?? null,
      ownChannel: state?.ownChannel ?? false,
    };
  });
}
