import { nothing } from "../members/contract.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import type { OwnWordsView } from "./contract.ts";
import { commentsBy, supportsOf } from "./own-words-store.ts";

/** More than anybody says in years; whoever does is still answered within a second. */
const mostOfEach = 1000;

/** What the asker said in discussions and which proposals she backs, newest first, also where she takes part no longer. Refuses visitors. */
export const viewOwnWords = action({
  name: "proposals.view-own-words",
  kind: "view",
  input: nothing,
  async run({ tx, actor }): Promise<OwnWordsView> {
    const person = signedIn(actor);
    const comments = await commentsBy(tx, person, mostOfEach);
    const supports = await supportsOf(tx, person, mostOfEach);
    return {
      comments: comments.map(({ at, ...comment }) => ({ ...comment, at: at.toISOString() })),
      supports: supports.map(({ at, ...support }) => ({ ...support, at: at.toISOString() })),
    };
  },
});
