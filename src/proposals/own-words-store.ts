/** SQL of what one person said and backed, over all proposals of the municipality. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { OwnWordsView } from "./contract.ts";

const here = sql<string>`kernplein_municipality()`;

/** As the view tells it, with the moment as a moment. */
type Stored<Shown extends { at: string }> = Omit<Shown, "at"> & { at: Date };
export type OwnComment = Stored<OwnWordsView["comments"][number]>;
export type OwnSupport = Stored<OwnWordsView["supports"][number]>;

/** Newest first. */
export function commentsBy(tx: Tx, person: string, limit: number): Promise<OwnComment[]> {
  return tx
    .selectFrom("comment as c")
    .innerJoin("proposal as p", (on) =>
      on.onRef("p.municipality_id", "=", "c.municipality_id").onRef("p.proposal_id", "=", "c.proposal_id"),
    )
    .innerJoin("kern as k", (on) => on.onRef("k.municipality_id", "=", "p.municipality_id").onRef("k.kern_id", "=", "p.kern_id"))
    .select([
      "c.comment_id as comment",
      "c.proposal_id as proposal",
      "p.title",
      "k.name as kernName",
      "c.stance",
      "c.body",
      "c.at",
      "c.agree_count as agreeCount",
    ])
    .where("c.municipality_id", "=", here)
    .where("c.author_id", "=", person)
    .orderBy("c.at", "desc")
    .orderBy("c.comment_id")
    .limit(limit)
    .$castTo<OwnComment>()
    .execute();
}

/** Newest first. */
export function supportsOf(tx: Tx, person: string, limit: number): Promise<OwnSupport[]> {
  return tx
    .selectFrom("support as s")
    .innerJoin("proposal as p", (on) =>
      on.onRef("p.municipality_id", "=", "s.municipality_id").onRef("p.proposal_id", "=", "s.proposal_id"),
    )
    .innerJoin("kern as k", (on) => on.onRef("k.municipality_id", "=", "p.municipality_id").onRef("k.kern_id", "=", "p.kern_id"))
    .select(["s.proposal_id as proposal", "p.title", "k.name as kernName", "s.at"])
    .where("s.municipality_id", "=", here)
    .where("s.person_id", "=", person)
    .orderBy("s.at", "desc")
    .orderBy("s.proposal_id")
    .limit(limit)
    .execute();
}
