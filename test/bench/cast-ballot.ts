/** Casting over HTTP by distinct voters, beside single-row inserts of the same ballots (same columns) through pg alone. */
import type pg from "pg";
import { type BenchPoll, bodyOf, boxOf, type FilledIn, fillIn, makeOpenPoll } from "./ballots.ts";
import { load, loadHttp, type Measured, type Row, type Shot } from "./harness.ts";
import { makeMembers, municipality, type Stage, tokensOf } from "./stage.ts";

const connections = 64;
/** Ballots of a round. */
const amount = 6000;
const amountSignedIn = 1500;
/** Insert and cast take turns, so that neither has the better part of the machine's hour; the first round of each warms up. */
const rounds = 6;

export async function benchCastBallot(stage: Stage): Promise<Row[]> {
  const clients = await Promise.all(Array.from({ length: connections }, () => stage.appClient()));
  const emails = await makeMembers(stage, "nieuw-lekkerland", rounds * amount);
  const [insertPoll, secret] = [
    await makeOpenPoll(stage, "nieuw-lekkerland", 2),
    await makeOpenPoll(stage, "nieuw-lekkerland", 2),
  ];
  const [inserts, level2]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const straight = fillIn(insertPoll, amount);
    inserts.push(await load(clients, amount, (client, number) => insert(client, straight[number])));
    const slips = fillIn(secret, amount);
    level2.push(await loadHttp(stage.origin, connections, amount, (number) => shotAt(slips, number, boxOf(secret.poll))));
  }
  await mustHold(stage, secret, rounds * amount);

  const tokens = await tokensOf(stage, emails.slice(0, 2 * amountSignedIn));
  const signedIn = await makeOpenPoll(stage, "nieuw-lekkerland", 1);
  const level1: Measured[] = [];
  for (const half of [0, amountSignedIn]) {
    const slips = fillIn(signedIn, amountSignedIn);
    const path = `/v1/stemmingen/${signedIn.poll}/stembiljetten`;
    level1.push(
      await loadHttp(stage.origin, connections, amountSignedIn, (number) => ({
        ...shotAt(slips, number, path),
        headers: { authorization: `Bearer ${tokens[half + number]}` },
      })),
    );
  }
  await mustHold(stage, signedIn, 2 * amountSignedIn);
  const floor = { name: "single-row insert", measured: middle(inserts), by: "throughput" } as const;
  return [
    { what: "a single-row insert of the same ballot through pg alone", measured: floor.measured },
    {
      what: "level 2: POST to the ballot box, with a pass, without identity",
      measured: middle(level2),
      floor,
      aim: "≥ 1.0, p99 < 150 ms",
    },
    { what: "level 1: POST /stembiljetten, distinct signed-in voters", measured: middle(level1), floor },
  ];
}

/** The middle one by throughput of those after the first. */
function middle(measured: readonly Measured[]): Measured {
  const counted = measured.slice(1).sort((a, b) => a.perSecond - b.perSecond);
  const found = counted[Math.floor(counted.length / 2)];
  if (!found) throw new Error("Nothing was measured after the warm-up.");
  return found;
}

function shotAt(slips: readonly FilledIn[], number: number, path: string): Shot {
  const slip = slips[number];
  return { method: "POST", path, body: slip ? bodyOf(slip) : "" };
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
