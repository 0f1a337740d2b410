/** SQL of the lists. Row-level security keeps them within the municipality; its condition is the first column of every index used. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../shared/work.ts";
import type { AnswerOutcome, ProposalState, Treatment } from "./contract.ts";
import type { Cursor } from "./cursor.ts";

export interface ListedProposal {
  proposal: string;
  kern: string;
  kernName: string;
  title: string;
  excerpt: string;
  state: ProposalState;
  treatment: Treatment;
  outcome: AnswerOutcome | null;
  authorName: string;
  placeLabel: string | null;
  latitude: number | null;
  longitude: number | null;
  photo: string | null;
  photoAlt: string | null;
  publishedAt: Date | null;
  changedAt: Date;
  supportCount: number;
  commentCount: number;
  /** What the list is ordered by, as the cursor carries it. */
  key: number;
}

export interface ListWish {
  kern: string | undefined;
  /** Person id: her own in every state, by time of change; undefined for what is published. */
  author: string | undefined;
  q: string | undefined;
  /** Only these; undefined for all. */
  treatment: readonly Treatment[] | undefined;
  sort: Cursor["sort"];
  after: Cursor | null;
  /** Most rows to return. */
  limit: number;
}

export interface Listed {
  rows: ListedProposal[];
  /** Counting stops at one more than `mostCounted`. */
  total: number;
  /** Found by titles that look like the words, for want of the words themselves. */
  alike: boolean;
}

export const mostCounted = 1000;
/** How alike a word of a title must be to a mistyped one; pg_trgm's word similarity. */
const alikeEnough = "0.5";

/** One page, and how many there are in all. Finds by words; by titles that look alike when no text holds the words. */
export async function listProposals(tx: Tx, wish: ListWish): Promise<Listed> {
  if (wish.q === undefined) return pageOf(tx, wish, sql``);
  if (wish.author !== undefined) return pageOf(tx, wish, ownWords(wish.q));
  await lookFor(tx, { words: await wordsOf(tx, wish.q), title: "" });
  const byWords = await foundIn(tx, wish.kern);
  if (byWords.length > 0) return pageOfFound(tx, wish, byWords, false);
  await lookFor(tx, { words: "", title: wish.q });
  const byTitle = await foundIn(tx, wish.kern);
  return pageOfFound(tx, wish, byTitle, byTitle.length > 0);
}

/** Few hits are fetched and sorted; many are met soon enough on the way down the list in its own order. */
async function pageOfFound(tx: Tx, wish: ListWish, found: readonly string[], alike: boolean): Promise<Listed> {
  if (found.length === 0) return { rows: [], total: 0, alike };
  const fits =
    found.length <= mostCounted
      ? sql`and p.proposal_id = any(${found}::uuid[])`
      : sql`and (select true from proposal_search s
          where s.municipality_id = p.municipality_id and s.proposal_id = p.proposal_id)`;
  if (wish.treatment !== undefined) return { ...(await pageOf(tx, wish, fits)), alike };
  return { rows: await rowsOf(tx, wish, fits), total: found.length, alike };
}

async function pageOf(tx: Tx, wish: ListWish, fits: RawBuilder<unknown>): Promise<Listed> {
  const rows = await rowsOf(tx, wish, fits);
  if (wish.after === null && rows.length < wish.limit) return { rows, total: rows.length, alike: false };
  const counted = await sql<{ total: number }>`select count(*) as total
    from (select from proposal p where ${belonging(wish)} ${fits} limit ${mostCounted + 1}) as counted`.execute(tx);
  return { rows, total: counted.rows[0]?.total ?? 0, alike: false };
}

async function rowsOf(tx: Tx, wish: ListWish, fits: RawBuilder<unknown>): Promise<ListedProposal[]> {
  const { column, key, value } = orders[wish.author !== undefined && wish.sort === "newest" ? "changed" : wish.sort];
  const beyond = wish.after
    ? sql`and (${column}, p.proposal_id) < (${value(wish.after.key)}, ${wish.after.proposal}::uuid)`
    : sql``;
  const { rows } = await sql<ListedProposal>`select p.proposal_id as proposal, p.kern_id as kern, k.name as "kernName", p.title,
      left(p.body, 200) as excerpt, p.state, p.treatment, p.answer_outcome as outcome, a.name as "authorName",
      p.place_label as "placeLabel", p.latitude, p.longitude, p.photo_id as photo, p.photo_alt as "photoAlt", p.published_at as "publishedAt", p.changed_at as "changedAt",
      p.support_count as "supportCount", p.comment_count as "commentCount", ${key} as key
    from proposal p
      join kern k on k.municipality_id = p.municipality_id and k.kern_id = p.kern_id
      join person a on a.municipality_id = p.municipality_id and a.person_id = p.author_id
    where ${belonging(wish)} ${fits} ${beyond}
    order by ${column} desc, p.proposal_id desc limit ${wish.limit}`.execute(tx);
  return rows;
}

/** What the partial indexes are for stands there as a literal, or they would not be used. */
function belonging({ kern, author, treatment }: ListWish): RawBuilder<unknown> {
  const whose = author === undefined ? sql`p.state = 'published'` : sql`p.author_id = ${author}::uuid`;
  const where = kern === undefined ? whose : sql`${whose} and p.kern_id = ${kern}`;
  return treatment === undefined
    ? where
    : sql`${where} and p.treatment <> 'none' and p.treatment = any(${treatment as Treatment[]}::text[])`;
}

const microseconds = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000000)::bigint`;
const momentOf = (key: number) => sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`;
const countOf = (key: number) => sql`${key}::integer`;
const byTime = (column: RawBuilder<unknown>) => ({ column, key: microseconds(column), value: momentOf });
const byCount = (column: RawBuilder<unknown>) => ({ column, key: column, value: countOf });
const orders = {
  newest: byTime(sql`p.published_at`),
  changed: byTime(sql`p.changed_at`),
  "most-supported": byCount(sql`p.support_count`),
  "most-discussed": byCount(sql`p.comment_count`),
};

const ownWords = (q: string) => sql`and kernplein_words(p.title || ' ' || p.body) @@ kernplein_sought(${q})`;

async function wordsOf(tx: Tx, q: string): Promise<string> {
  const { rows } = await sql<{ words: string }>`select kernplein_sought(${q})::text as words`.execute(tx);
  return rows[0]?.words ?? "";
}

/** Says for this transaction what `proposal_search` shows. `words`: a tsquery; `title`: how a title, or a part of it, looks. */
export async function lookFor(tx: Tx, { words, title }: { words: string; title: string }, alike = alikeEnough): Promise<void> {
  await sql`select set_config('kernplein.sought_words', ${words}, true),
    set_config('kernplein.sought_title', kernplein_plain(${title}), true),
    set_config('pg_trgm.word_similarity_threshold', ${alike}, true)`.execute(tx);
}

async function foundIn(tx: Tx, kern: string | undefined): Promise<string[]> {
  const there = kern === undefined ? sql`` : sql`where kern_id = ${kern}`;
  const { rows } = await sql<{ proposal: string }>`select proposal_id as proposal from proposal_search ${there}
    limit ${mostCounted + 1}`.execute(tx);
  return rows.map(({ proposal }) => proposal);
}
