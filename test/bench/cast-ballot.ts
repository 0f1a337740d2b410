/** Casting a ballot over HTTP by distinct voters, beside the same statement through pg alone. */
import { randomUUID } from "node:crypto";
import { loadHttp, loadPg, type Row } from "./harness.ts";
import { makeMembers, makeOpenPoll, municipality, type Stage, tokensOf } from "./stage.ts";

const connections = 32;
const voters = 8000;

export async function benchCastBallot(stage: Stage): Promise<Row[]> {
  const emails = await makeMembers(stage, "nieuw-lekkerland", voters);
  const tokens = await tokensOf(stage, emails);
  const poll = await makeOpenPoll(stage, "nieuw-lekkerland");
  const floorPoll = await makeOpenPoll(stage, "nieuw-lekkerland");
  const { rows: people } = await stage.owner.query<{ person_id: string }>("select person_id from roll where poll_id = $1", [
    floorPoll,
  ]);
  const clients = await Promise.all(Array.from({ length: connections }, () => stage.appClient()));

  const half = voters / 2;
  const same = (from: number) =>
    loadPg(clients, half, (client, number) =>
      client.query({
        name: "cast",
        text: "select kernplein_cast_ballots($1, $2::uuid[], $3::text[], $4::text[], $5::timestamptz[])",
        values: [floorPoll, [people[from + number]?.person_id], ["for"], [randomUUID()], [new Date()]],
      }),
    );
  const overHttp = (from: number) =>
    loadHttp(stage.origin, connections, half, (number) => ({
      method: "POST",
      path: `/v1/stemmingen/${poll}/stembiljetten`,
      headers: { authorization: `Bearer ${tokens[from + number]}` },
      body: '{"option":"for"}',
    }));
  const insertPoll = await makeOpenPoll(stage, "nieuw-lekkerland");
  const inserts = await loadPg(clients, half, (client) =>
    client.query({
      name: "insert",
      text: "insert into ballot values ($1, $2, $3, 'for')",
      values: [municipality, insertPoll, randomUUID()],
    }),
  );
  // The first half of each warms up; the second counts.
  await same(0);
  await overHttp(0);
  const floor = await same(half);
  const cast = await overHttp(half);
  const { rows } = await stage.owner.query<{ n: number }>("select count(*)::int as n from ballot where poll_id = $1", [poll]);
  if (rows[0]?.n !== voters) throw new Error(`${voters} voters cast, but ${rows[0]?.n} ballots are in the box.`);
  await Promise.all(clients.map((client) => client.query("select 1")));
  return [
    { what: "the same statement through pg alone", measured: floor },
    { what: "a bare single-row insert through pg alone", measured: inserts },
    {
      what: "POST /stembiljetten, distinct voters",
      measured: cast,
      floor: { name: "same statement", measured: floor, by: "throughput" },
      aim: "≥ 0.5",
    },
    {
      what: "POST /stembiljetten against bare inserts",
      measured: cast,
      floor: { name: "bare insert", measured: inserts, by: "throughput" },
    },
  ];
}
