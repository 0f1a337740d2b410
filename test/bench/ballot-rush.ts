/**
 * `npm run bench -- ballot-rush`: the last minutes of a poll of level 2. Everybody casts as fast as it goes, the poll closes while ballots
 * are on their way, and another instance closes and counts it. Every acknowledged ballot must be counted, no refused one, and none
 * that was sent after the closing time. BENCH_VOTERS: how many, 100,000 unless told; signing their passes takes most of the time.
 */
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "../../src/adapters/postgres/connect.ts";
import { makeVault } from "../../src/shared/vault.ts";
import { itself } from "../../src/shared/work.ts";
import { closePoll } from "../../src/voting/close-poll.ts";
import { closingGraceMs } from "../../src/voting/rules.ts";
import { makeCore } from "../../src/wiring/core.ts";
import { type BenchPoll, bodyOf, boxOf, fillIn, makeOpenPoll, moveClosing } from "./ballots.ts";
import { benchSecret, makeMembers, municipality, openStage, type Stage } from "./stage.ts";

const connections = 64;
/** Of the voters, whose pace tells when the rest will be this far. */
const pacemakers = 0.1;
const castWhenItCloses = 0.9;

interface Voter {
  commitment: string;
  body: string;
  /** ms since 1970; 0 before. */
  sentAt: number;
  status: number;
}

export async function benchBallotRush(): Promise<void> {
  const voters = Number(process.env["BENCH_VOTERS"] ?? 100_000);
  const stage = await openStage();
  try {
    await makeMembers(stage, "groot-ammers", voters);
    const open = await makeOpenPoll(stage, "groot-ammers", 2);
    const all = fillIn(open, voters).map(
      (slip): Voter => ({ commitment: slip.commitment, body: bodyOf(slip), sentAt: 0, status: 0 }),
    );
    const ahead = Math.ceil(voters * pacemakers);
    const begun = Date.now();
    await castAll(stage, open, all.slice(0, ahead));
    const each = (Date.now() - begun) / ahead;
    const closesAt = new Date(Date.now() + each * (voters * castWhenItCloses - ahead));
    await moveClosing(stage, open, closesAt);
    await castAll(stage, open, all.slice(ahead));
    await sleep(Math.max(0, closesAt.getTime() + closingGraceMs - Date.now()));
    const countedMs = await close(stage, open);
    const faults = await faultsOf(stage, open, all, closesAt.getTime());
    const late = all.filter(({ status }) => status === 409).length;
    console.log(
      `\n${voters} voters, ${Math.round(1000 / each)} a second at first: ${voters - late} acknowledged, ${late} too late; closed, counted and exported in ${(countedMs / 1000).toFixed(1)} s.`,
    );
    console.log(faults.length === 0 ? "Every acknowledged ballot is counted, and no other." : faults.join("\n"));
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await stage.stop();
  }
}

async function castAll({ origin }: Stage, { poll }: BenchPoll, voters: readonly Voter[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const queue = voters.values();
  const oneAfterAnother = async () => {
    for (const voter of queue) {
      voter.sentAt = Date.now();
      voter.status = await post(agent, origin + boxOf(poll), voter.body);
    }
  };
  await Promise.all(Array.from({ length: connections }, oneAfterAnother));
  agent.destroy();
}

function post(agent: Agent, url: string, body: string): Promise<number> {
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
  return new Promise((done, failed) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().once("end", () => done(answer.statusCode ?? 0));
    });
    sent.once("error", failed).end(body);
  });
}

/** Closes as another instance of the app would; gives how many ms it took. */
async function close({ databaseUrl }: Stage, { poll }: BenchPoll): Promise<number> {
  const connected = connect(databaseUrl, 2);
  try {
    const { perform } = makeCore(connected, () => [], makeVault(benchSecret));
    const begun = performance.now();
    await perform(closePoll, itself(municipality), { poll });
    return performance.now() - begun;
  } finally {
    await connected.close();
  }
}

async function faultsOf({ owner }: Stage, { poll }: BenchPoll, voters: readonly Voter[], closesAt: number): Promise<string[]> {
  const { rows } = await owner.query<{ leaf: string }>(
    "select encode(commitment, 'hex') as leaf from slip where poll_id = $1 and batch is not null",
    [poll],
  );
  const counted = new Set(rows.map(({ leaf }) => leaf));
  const faults = voters.flatMap(({ commitment, status, sentAt }) => {
    if (status !== 201 && status !== 409) return [`${commitment} was answered ${status}`];
    if ((status === 201) !== counted.has(commitment))
      return [`${commitment} was answered ${status}, counted: ${counted.has(commitment)}`];
    return status === 201 && sentAt >= closesAt ? [`${commitment} was sent after the closing time and counted`] : [];
  });
  const { rows: tallies } = await owner.query<{ ballots: number }>("select voters as ballots from tally where poll_id = $1", [
    poll,
  ]);
  const acknowledged = voters.filter(({ status }) => status === 201).length;
  if (tallies[0]?.ballots !== acknowledged) faults.push(`${acknowledged} were acknowledged and ${tallies[0]?.ballots} counted`);
  return faults;
}
