import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type ExtensionView, extendPollInput, type VotingFact } from "./contract.ts";
import { keysOf } from "./log-store.ts";
import { openSignKey } from "./poll-keys.ts";
import { stateAt } from "./rules.ts";
import { signed } from "./signing.ts";
import { extensionsOf, insertExtension, lockPoll } from "./store.ts";

/**
 * Moves the closing time of an open poll to a later moment, with a reason that every voter gets to read. Only the kern's officer, only
 * before the poll has closed, never to an earlier moment. Signed with the poll's key: docs/ballot-format.md, section 8.
 */
export const extendPoll = action({
  name: "voting.extend-poll",
  kind: "change",
  input: extendPollInput,
  async run({ tx, actor, now, announce, concerns, vault }, input): Promise<ExtensionView> {
    const { poll, reason } = input;
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll ${poll}`);
    const found = await lockPoll(tx, poll);
    if (!found) throw new Refused("not-found");
    if (!isOfficerOf(actor, found.kern)) throw new Refused("not-allowed");
    const times = { opensAt: found.opensAt.toISOString(), closedAt: found.closesAt.toISOString() };
    const state = stateAt(found, now);
    if (state === "planned") throw new Refused("poll-not-open", times);
    if (state === "closed") throw new Refused("poll-closed", times);
    const closesAt = new Date(input.closesAt).toISOString();
    if (Date.parse(closesAt) <= found.closesAt.getTime())
      throw new Refused("invalid-input", { fields: [{ path: "closesAt", message: "only-later" }] });
    const keys = await keysOf(tx, poll);
    const signature = keys?.signPrivate
      ? signed("extension", { poll, closesAt, reason }, openSignKey(poll, keys.signPrivate, vault))
      : null;
    const made = { closesAt, reason, signature };
    await insertExtension(tx, poll, (await extensionsOf(tx, poll)).length + 1, made);
    announce({ fact: "poll-extended", poll, kern: found.kern, closesAt, reason } satisfies VotingFact);
    return made;
  },
});
