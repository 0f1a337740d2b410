/** The list of proposals: 20 of 1,000 and 20 of 100,000, beside an empty route. */
import { loadHttp, type Row } from "./harness.ts";
import { makeMembers, municipality, type Stage, tokensOf } from "./stage.ts";

const connections = 8;
const amount = 3000;

/** Published proposals of Arkel, until there are this many. */
export async function fillProposals({ owner }: Stage, total: number): Promise<void> {
  const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from proposal");
  await owner.query(
    `insert into proposal (municipality_id, proposal_id, kern_id, author_id, title, body, state, created_at, changed_at, submitted_at, published_at, support_count)
      select $1, gen_random_uuid(), 'arkel', (select person_id from person where municipality_id = $1 limit 1), 'Voorstel ' || n,
        'Een bankje bij de dijk, en de molen weer laten draaien. Nummer ' || n, 'published', at, at, at, at, n % 60
      from generate_series($2::integer + 1, $3::integer) n, lateral (select now() - n * interval '1 minute' as at) t`,
    [municipality, rows[0]?.n ?? 0, total],
  );
  await owner.query("analyze");
}

export async function benchProposalList(stage: Stage): Promise<Row[]> {
  const [email = ""] = await makeMembers(stage, "arkel", 1);
  const [token] = await tokensOf(stage, [email]);
  const list = (query: string) =>
    loadHttp(stage.origin, connections, amount, () => ({
      path: `/v1/voorstellen?${query}`,
      headers: { authorization: `Bearer ${token}` },
    }));
  const empty = () => loadHttp(stage.origin, connections, amount, () => ({ path: "/health/live" }));
  await empty();
  const floor = await empty();
  await fillProposals(stage, 1000);
  await list("kern=arkel");
  const few = await list("kern=arkel");
  await fillProposals(stage, 100_000);
  await list("kern=arkel");
  const many = await list("kern=arkel");
  const supported = await list("sort=most-supported");
  const againstFew = { name: "1,000 rows", measured: few, by: "p50" } as const;
  return [
    { what: "an empty route", measured: floor },
    { what: "20 of 1,000", measured: few, floor: { name: "empty route", measured: floor, by: "throughput" } },
    { what: "20 of 100,000", measured: many, floor: againstFew, aim: "≤ 1.5" },
    { what: "20 most supported of 100,000, all kernen", measured: supported, floor: againstFew },
  ];
}
