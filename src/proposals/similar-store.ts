/** SQL that finds proposals like the one being written. */
import { sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import { lookFor } from "./list-store.ts";

export interface SimilarProposal {
  proposal: string;
  kern: string;
  kernName: string;
  title: string;
  supportCount: number;
}

/** Measured on 120 real-looking proposals: below it the likeness is a coincidence. */
const leastScore = 0.3;
/** How alike titles must be when no words are shared; pg_trgm's word similarity. */
const alikeEnough = "0.55";
/** Candidates to weigh: with more than this, the first five are alike enough whichever they are. */
const mostWeighed = 300;

/**
 * In the kern, or in the whole municipality when `kern` is undefined: proposals that share two of the four longest words, or (in the
 * kern) one word of the title, or whose title looks alike. Scored by likeness of titles and shared words.
 */
export async function findSimilar(
  tx: Tx,
  text: string,
  { kern, limit }: { kern: string | undefined; limit: number },
): Promise<SimilarProposal[]> {
  const { any, inTitle, pairs } = await wordsOf(tx, text);
  const words = [kern === undefined ? "" : inTitle, pairs].filter((query) => query !== "").join(" | ");
  await lookFor(tx, { words, title: text.slice(0, 40) }, alikeEnough);
  const there = kern === undefined ? sql`` : sql`where kern_id = ${kern}`;
  const { rows } = await sql<SimilarProposal>`
    select p.proposal_id as proposal, p.kern_id as kern, k.name as "kernName", p.title, p.support_count as "supportCount"
    from (
      select municipality_id, proposal_id,
        word_similarity(kernplein_sought_title(), title) + ts_rank('{0, 0, 0.2, 1}', words, ${any}::tsquery) as score
      from (select * from proposal_search ${there} limit ${mostWeighed}) as candidate
    ) as weighed
      join proposal p on p.municipality_id = weighed.municipality_id and p.proposal_id = weighed.proposal_id
      join kern k on k.municipality_id = p.municipality_id and k.kern_id = p.kern_id
    where score >= ${leastScore}
    order by score desc, p.support_count desc, p.proposal_id limit ${limit}`.execute(tx);
  return rows;
}

/** Long words tell most in Dutch. Three queries over the four longest: any of them, any in a title, any two together. */
async function wordsOf(tx: Tx, text: string): Promise<{ any: string; inTitle: string; pairs: string }> {
  const { rows } = await sql<{ any: string; inTitle: string; pairs: string }>`
    with longest as materialized (
      select quote_literal(lexeme) as word from unnest(tsvector_to_array(kernplein_words(left(${text}, 140)))) as lexeme
      where lexeme !~ '[''\\\\]' order by length(lexeme) desc, lexeme limit 4
    )
    select coalesce((select string_agg(word, '|') from longest), '') as any,
      coalesce((select string_agg(word || ':A', '|') from longest), '') as "inTitle",
      coalesce((select string_agg(a.word || '&' || b.word, '|') from longest a join longest b on a.word < b.word), '') as pairs`.execute(
    tx,
  );
  return rows[0] ?? { any: "", inTitle: "", pairs: "" };
}
