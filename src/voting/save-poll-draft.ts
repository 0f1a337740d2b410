import { kernOf } from "../kernen/index.ts";
import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { type PollDraft, savePollDraftInput } from "./contract.ts";
import { keepDraft } from "./draft-store.ts";

/** Most characters of a draft as JSON. */
const longest = 200_000;

/** Keeps what the officer has filled in so far; the same id replaces. Nothing of it is judged yet. Only the kern's officer. */
export const savePollDraft = action({
  name: "voting.save-poll-draft",
  kind: "change",
  input: savePollDraftInput,
  async run({ tx, actor, now, concerns }, draft): Promise<PollDraft> {
    if (actor.person === null) throw new Refused("not-signed-in");
    if (!isOfficerOf(actor, draft.kern)) throw new Refused("not-allowed");
    if (!(await kernOf(tx, draft.kern))) throw new Refused("not-found");
    if (JSON.stringify(draft.content).length > longest)
      throw new Refused("invalid-input", { fields: [{ path: "content", message: "too-long" }] });
    concerns(`poll draft ${draft.draft}`);
    if (!(await keepDraft(tx, draft, actor.person, now))) throw new Refused("not-found");
    return { ...draft, savedAt: now.toISOString() };
  },
});
