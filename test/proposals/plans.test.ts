import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { listProposals, similarProposals } from "../../src/proposals/index.ts";
import type { DB } from "../../src/shared/database.ts";
import { type Actor, makePerform } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { manyProposals } from "./many-proposals.ts";

let database: TestDatabase;
let reader: Actor & { person: string };

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  reader = await aPerson(database);
  await manyProposals(database, reader.person, 4000);
  await database.connections.owner.query("vacuum analyze proposal, proposal_search");
});
afterAll(() => database.close());

/**
 * How PostgreSQL can answer each statement of one request, as the app's own role, under row-level security. Reading all rows in a row
 * is ruled out: in a table of this size it would often be right, and whether an index *can* be used is the question.
 */
async function plansOf(request: (perform: ReturnType<typeof makePerform>) => Promise<unknown>): Promise<string[]> {
  const statements: CompiledQuery[] = [];
  const pool = new pg.Pool({ connectionString: database.url, max: 1, options: "-c role=kernplein_app" });
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log({ query }) {
      statements.push(query);
    },
  });
  const plans: string[] = [];
  const perform = makePerform({
    ...database.workshop,
    inMunicipality: (municipality, body) =>
      db.transaction().execute(async (tx) => {
        await sql`select set_config('kernplein.municipality', ${municipality}, true)`.execute(tx);
        const answer = await body(tx);
        await sql`set local enable_seqscan = off`.execute(tx);
        for (const { sql: text, parameters } of [...statements]) {
          if (text.includes("set_config")) await tx.executeQuery(CompiledQuery.raw(text, [...parameters]));
          if (!/from proposal(_search)? /.test(text)) continue;
          const explain = CompiledQuery.raw(`explain (costs off) ${text}`, [...parameters]);
          const explained = await tx.executeQuery<{ "QUERY PLAN": string }>(explain as CompiledQuery<{ "QUERY PLAN": string }>);
          plans.push(explained.rows.map((row) => row["QUERY PLAN"]).join("\n"));
        }
        return answer;
      }),
  });
  await request(perform);
  await db.destroy();
  return plans;
}

const index = (name: string) => new RegExp(`${name}[\\s\\S]*Index Cond: \\(+municipality_id = `);

test.each([
  ["newest of a kern", { kern: "arkel" }, "proposal_newest "],
  ["newest everywhere", {}, "proposal_newest_everywhere "],
  ["most supported of a kern", { kern: "arkel", sort: "most-supported" }, "proposal_most_supported "],
  ["most supported everywhere", { sort: "most-supported" }, "proposal_most_supported_everywhere "],
  ["most discussed of a kern", { kern: "arkel", sort: "most-discussed" }, "proposal_most_discussed "],
  ["most discussed everywhere", { sort: "most-discussed" }, "proposal_most_discussed_everywhere "],
])("%s walks its index and stops; counting reads an index alone", async (_, input, name) => {
  const [page, count] = await plansOf((perform) => perform(listProposals, reader, input));
  expect(page).toMatch(index(name));
  expect(page).not.toMatch(/Sort|Seq Scan on proposal/);
  expect(count).toMatch(/Index Only Scan/);
});

test("the next page goes on in the index where the last one stopped", async () => {
  const { next } = await database.perform(listProposals, reader, { kern: "arkel" });
  const [page] = await plansOf((perform) => perform(listProposals, reader, { kern: "arkel", cursor: next }));
  expect(page).toMatch(/proposal_newest [\s\S]*Index Cond: .*ROW\(published_at, proposal_id\) < /);
});

test.each([
  ["words in a kern", { q: "nummer 3999", kern: "arkel" }, "proposal_search_by_words", "kern_id"],
  ["words everywhere", { q: "nummer 3999" }, "proposal_search_by_words", "municipality_id"],
  ["titles that look alike", { q: "prof 3999" }, "proposal_search_by_title", "municipality_id"],
])("searching %s uses the index under row-level security", async (_, input, name, column) => {
  const plans = (await plansOf((perform) => perform(listProposals, reader, input))).filter((plan) =>
    plan.includes("proposal_search"),
  );
  expect(plans.at(-1)).toMatch(index(name));
  expect(plans.at(-1)).toContain(column);
  expect(plans.join("\n")).not.toContain("Seq Scan on proposal");
});

test("similar proposals are found by index", async () => {
  const plans = await plansOf((perform) => perform(similarProposals, reader, { kern: "arkel", text: "3998 en 3999" }));
  expect(plans[0]).toMatch(index("proposal_search_by_"));
  expect(plans.join("\n")).not.toContain("Seq Scan on proposal");
});
