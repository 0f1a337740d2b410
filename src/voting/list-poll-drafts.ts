import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { listPollDraftsInput, type PollDraftsView } from "./contract.ts";
import { draftsOf } from "./draft-store.ts";

/** Polls in the making of the kernen in which one keeps order, newest first. */
export const listPollDrafts = action({
  name: "voting.list-poll-drafts",
  kind: "view",
  input: listPollDraftsInput,
  async run({ tx, actor }, { kern }): Promise<PollDraftsView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const drafts = (await draftsOf(tx, kern === undefined ? null : [kern])).filter((draft) => isOfficerOf(actor, draft.kern));
    return { drafts };
  },
});
