import { Refused } from "../shared/refused.ts";
import { action } from "../shared/work.ts";
import { signedIn } from "./asker.ts";
import { listProposalsInput, type ProposalsView } from "./contract.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { listProposals as listed, mostCounted } from "./list-store.ts";
import { summaryOf } from "./show.ts";

/**
 * Published proposals of one kern or of all, or the asker's own in every state; searched, sorted, page by page; only those that the
 * municipality is at or has answered when asked so. Words are found in Dutch, accents ignored, the last one while it is being typed;
 * when no text holds them, titles that look alike are given. Refuses visitors, and a cursor that is not of this list ("invalid-input").
 */
export const listProposals = action({
  name: "proposals.list-proposals",
  kind: "view",
  input: listProposalsInput,
  async run({ tx, actor }, { kern, q, sort, show, treatment, cursor, limit }): Promise<ProposalsView> {
    const person = signedIn(actor);
    const after = cursor === undefined ? null : decodeCursor(cursor, { sort, show });
    if (cursor !== undefined && after === null)
      throw new Refused("invalid-input", { fields: [{ path: "cursor", message: "invalid" }] });
    const { rows, total, alike } = await listed(tx, {
      kern,
      author: show === "mine" ? person : undefined,
      q: q || undefined,
      treatment: treatment === "answered" ? ["answered", "done"] : treatment && [treatment],
      sort,
      after,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      proposals: page.map(summaryOf),
      next: last && rows.length > limit ? encodeCursor({ sort, show, key: last.key, proposal: last.proposal }) : null,
      total: Math.min(total, mostCounted),
      moreThan: total > mostCounted,
      alike,
    };
  },
});
