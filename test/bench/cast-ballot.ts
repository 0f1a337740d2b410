/** Casting over HTTP by distinct voters, beside single-row inserts of the same ballots (same columns) through pg alone. */
import type pg from "pg";
import { type BenchPoll, bodyOf, boxOf, type FilledIn, fillIn, makeOpenPoll } from "./ballots.ts";
import { loadHttp, loadPg, type Measured, type Row } from "./harness.ts";
import { makeMembers, municipality, type Stage, tokensOf } from "./stage.ts";

const connections = 64;
/** Of each kind; as many before that warm up. */
const amount = 6000;

export async function benchCastBallot(stage: Stage): Promise<Row[]> {
  const clients = await Promise.all(Array.from({ length: connections }, () => stage.appClient()));
  const emails = await makeMembers(stage, "nieuw-lekkerland", 2 * amount);
  const insertPoll = await makeOpenPoll(stage, "nieuw-lekkerland", 2);
  const inserts = await inHalves(insertPoll, (slips) =>
    loadPg(clients, slips.length, (client, number) => insert(client, slips[number])),
  );

  const secret = await makeOpenPoll(stage, "nieuw-lekkerland", 2);
  const level2 = await inHalves(secret, (slips) =>
    loadHttp(stage.origin, connections, slips.length, (number) => ({
      method: "POST",
      path: boxOf(secret.poll),
      body: bodyAt(slips, number),
    })),
  );
  await mustHold(stage, secret, 2 * amount);

  const tokens = await tokensOf(stage, emails);
  const signedIn = await makeOpenPoll(stage, "nieuw-lekkerland", 1);
  let offset = 0;
  const level1 = await inHalves(signedIn, async (slips) => {
    const from = offset;
    offset += slips.length;
    return loadHttp(stage.origin, connections, slips.length, (number) => ({
      method: "POST",
      path: `/v1/stemmingen/${signedIn.poll}/stembiljetten`,
      headers: { authorization: `Bearer ${tokens[from + number]}` },
      body: bodyAt(slips, number),
    }));
  });
  await mustHold(stage, signedIn, 2 * amount);
  const floor = { name: "single-row insert", measured: inserts, by: "throughput" } as const;
  return [
    { what: "a single-row insert of the same ballot through pg alone", measured: inserts },
    {
      what: "level 2: POST to the ballot box, with a pass, without identity",
      measured: level2,
      floor,
      aim: "≥ 1.0, p99 < 150 ms",
    },
    { what: "level 1: POST /stembiljetten, distinct signed-in voters", measured: level1, floor },
  ];
}

const bodyAt = (slips: readonly FilledIn[], number: number): string => {
  const slip = slips[number];
  return slip ? bodyOf(slip) : "";
};

/** The first half warms up, the second counts. */
async function inHalves(poll: BenchPoll, load: (slips: FilledIn[]) => Promise<Measured>): Promise<Measured> {
  await load(fillIn(poll, amount));
  return load(fillIn(poll, amount));
}

function insert(client: pg.Client, slip: FilledIn | undefined): Promise<unknown> {
  if (!slip) throw new Error("There are fewer slips than statements.");
  const bytes = (text: string | null) => text && Buffer.from(text, "base64url");
  const { poll, commitment, caster, version, key, salt, choice, pass } = slip;
  return client.query({
    name: "insert",
    text: "insert into slip (municipality_id, poll_id, commitment, caster, version, key, salt, choice, pass) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    values: [
      municipality,
      poll,
      Buffer.from(commitment, "hex"),
      bytes(caster),
      version,
      bytes(key),
      bytes(salt),
      choice,
      bytes(pass),
    ],
  });
}

async function mustHold({ owner }: Stage, { poll }: BenchPoll, wanted: number): Promise<void> {
  const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from slip where poll_id = $1", [poll]);
  if (rows[0]?.n !== wanted) throw new Error(`${wanted} voters cast, but ${rows[0]?.n} slips are in the box.`);
}
