import { kernOf } from "../kernen/index.ts";
import { isOfficerOf, reachableMembers } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type MessageReachView, viewMessageReachInput } from "./contract.ts";
import { aboutOfId, messageOf } from "./message-of.ts";

/** For one message everyone it was meant for: how each was reached, or why not. Refuses who is no officer of the kern. */
export const viewMessageReach = action({
  name: "notifications.view-message-reach",
  kind: "view",
  input: viewMessageReachInput,
  async run({ tx, actor, now }, { kern, message }): Promise<MessageReachView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
    const place = await kernOf(tx, kern);
    if (!place) throw new Refused("not-found");
    const found = await messageOf(tx, aboutOfId(message), place, await reachableMembers(tx, kern, now));
    if (!found) throw new Refused("not-found");
    const people = found.reach.people.toSorted(
      (a, b) => Number(a.whyNot === null) - Number(b.whyNot === null) || a.name.localeCompare(b.name, "nl"),
    );
    return { message: found.message, people };
  },
});
