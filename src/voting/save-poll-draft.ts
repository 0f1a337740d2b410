import { kernOf } from "../kernen/index.ts";
import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PollDraft, savePollDraftInput } from "./contract.ts";
import { insertDraft, kernOfDraft, replaceDraft } from "./draft-store.ts";

/** Most characters of a draft as JSON. */
const longest = 200_000;

/**
 * Keeps what the officer has filled in so far. Nothing of it is judged yet. Only the kern's officer. Refuses ("changed-meanwhile") to write
 * over what another device saved since, threw away or made a poll of.
 */
export const savePollDraft = action({
  name: "voting.save-poll-draft",
  kind: "change",
  input: savePollDraftInput,
  async run({ tx, actor, now, concerns }, { basedOn, ...draft }): Promise<PollDraft> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!isOfficerOf(actor, draft.kern)) throw new Refused("not-allowed");
    if (!(await kernOf(tx, draft.kern))) throw new Refused("not-found");
    if (JSON.stringify(draft.content).length > longest)
      throw new Refused("invalid-input", { fields: [{ path: "content", message: "too-long" }] });
    concerns(`poll draft ${draft.draft}`);
    const savedAt =
      basedOn === undefined
        ? await insertDraft(tx, draft, actor.person, now)
        : await replaceDraft(tx, draft, new Date(basedOn), now);
    if (savedAt) return { ...draft, savedAt: savedAt.toISOString() };
    const kern = await kernOfDraft(tx, draft.draft);
    throw new Refused(kern === undefined || kern === draft.kern ? "changed-meanwhile" : "not-found");
  },
});
