import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { pollDraftInput } from "./contract.ts";
import { discardDraft, kernOfDraft } from "./draft-store.ts";

/** Throws a draft away; does nothing when it is gone already. Only the kern's officer. */
export const discardPollDraft = action({
  name: "voting.discard-poll-draft",
  kind: "change",
  input: pollDraftInput,
  async run({ tx, actor, concerns }, { draft }): Promise<{ draft: string }> {
    if (actor.person === null) throw new Refused("not-signed-in");
    concerns(`poll draft ${draft}`);
    const kern = await kernOfDraft(tx, draft);
    if (kern === undefined) return { draft };
    if (!isOfficerOf(actor, kern)) throw new Refused("not-allowed");
    await discardDraft(tx, draft, kern);
    return { draft };
  },
});
