/**
 * `node test/bench/crash.ts [rounds]`: kills the server and PostgreSQL in turn with SIGKILL while ballots of both secret levels are being
 * cast, starts them again and casts the unacknowledged ones once more, 100 times unless told. Then every acknowledged ballot must be
 * in the box once, none doubled, and roll and box must agree.
 */
import { readFileSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type BenchPoll, bodyOf, boxOf, type FilledIn, fillIn, makeOpenPoll } from "./ballots.ts";
import { makeMembers, openStage, type Stage, stageFolder, tokensOf } from "./stage.ts";

const rounds = Number(process.argv[2] ?? 100);
const perRound = { level1: 40, level2: 400 };
const connections = 16;

interface Task {
  slip: FilledIn;
  /** Level 1: whose. */
  email: string | null;
}

const folder = stageFolder();
const acknowledged = new Set<string>();
let stage = await openStage({ folder });
const emails = await makeMembers(stage, "arkel", rounds * perRound.level1);
const open1 = await makeOpenPoll(stage, "arkel", 1);
const open2 = await makeOpenPoll(stage, "arkel", 2);
let waiting: Task[] = [];
const killed = { server: 0, postgres: 0, whileCasting: 0 };

for (let round = 0; round < rounds; round++) {
  const mine = emails.slice(round * perRound.level1, (round + 1) * perRound.level1);
  waiting.push(...fillIn(open1, mine.length).map((slip, at) => ({ slip, email: mine[at] ?? null })));
  waiting.push(...fillIn(open2, perRound.level2).map((slip) => ({ slip, email: null })));
  const target = acknowledged.size + 20 + Math.random() * 200;
  const casting = castAll(stage, waiting);
  // In the middle of it, at a moment nobody chooses.
  while (acknowledged.size < target) await sleep(1);
  if (round % 2 === 0) {
    process.kill(stage.pid, "SIGKILL");
    killed.server++;
  } else {
    const { rows } = await stage.owner.query<{ data_directory: string }>("show data_directory");
    process.kill(Number(readFileSync(`${rows[0]?.data_directory}/postmaster.pid`, "utf8").split("\n")[0]), "SIGKILL");
    killed.postgres++;
    await sleep(100);
    process.kill(stage.pid, "SIGKILL");
  }
  await stage.ended;
  await casting;
  waiting = waiting.filter(({ slip }) => !acknowledged.has(slip.commitment));
  if (waiting.length > 0) killed.whileCasting++;
  process.stderr.write(`round ${round + 1} of ${rounds}: ${acknowledged.size} acknowledged\n`);
  await stage.owner.end().catch(() => undefined);
  stage = await openStage({ folder });
}
await castAll(stage, waiting);
await report(stage, [open1, open2]);
await stage.stop();
rmSync(folder, { recursive: true, force: true });

/** Casts until all are acknowledged or nobody answers any longer. */
async function castAll({ origin }: Stage, tasks: readonly Task[]): Promise<void> {
  const people = tasks.flatMap(({ email }) => email ?? []);
  const tokens = new Map<string, string>();
  await tokensOf({ origin } as Stage, people).then(
    (given) => {
      for (const [at, token] of given.entries()) tokens.set(people[at] ?? "", token);
    },
    () => undefined,
  );
  const queue = [...tasks].sort(() => Math.random() - 0.5).values();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const { slip, email } of queue) {
        const path = email === null ? boxOf(slip.poll) : `/v1/stemmingen/${slip.poll}/stembiljetten`;
        const authorization: Record<string, string> = email === null ? {} : { authorization: `Bearer ${tokens.get(email)}` };
        const headers = { "content-type": "application/json", ...authorization };
        try {
          const answer = await fetch(origin + path, { method: "POST", headers, body: bodyOf(slip) });
          if (answer.status === 201) acknowledged.add(slip.commitment);
        } catch {
          // No answer: whether it arrived is not known; it goes again after the restart.
        }
      }
    }),
  );
}

async function report({ owner }: Stage, polls: readonly BenchPoll[]): Promise<void> {
  const faults: string[] = [];
  for (const { poll } of polls) {
    const { rows: slips } = await owner.query<{ leaf: string }>(
      "select encode(commitment, 'hex') as leaf from slip where poll_id = $1",
      [poll],
    );
    const inBox = new Map<string, number>();
    for (const { leaf } of slips) inBox.set(leaf, (inBox.get(leaf) ?? 0) + 1);
    for (const [leaf, times] of inBox) if (times > 1) faults.push(`${leaf} is in the box ${times} times`);
    const { rows } = await owner.query<{ marked: number; casters: number }>(
      "select bit_count(marks)::int as marked, (select count(distinct caster)::int from slip where poll_id = $1) as casters from roll_marks where poll_id = $1",
      [poll],
    );
    const [found] = rows;
    if (poll === open1.poll && found?.marked !== found?.casters)
      faults.push(`the roll has ${found?.marked} marks and the box ${found?.casters} casters`);
    console.log(`${poll}: ${slips.length} slips of ${found?.casters} casters, ${found?.marked} marks on the roll`);
  }
  const { rows } = await owner.query<{ leaf: string }>(
    "select encode(commitment, 'hex') as leaf from slip where poll_id = any($1)",
    [polls.map(({ poll }) => poll)],
  );
  const all = new Set(rows.map(({ leaf }) => leaf));
  for (const leaf of acknowledged) if (!all.has(leaf)) faults.push(`${leaf} was acknowledged and is not in the box`);
  const expected = rounds * (perRound.level1 + perRound.level2);
  if (acknowledged.size !== expected) faults.push(`${acknowledged.size} of ${expected} were acknowledged in the end`);
  if (all.size !== expected) faults.push(`${all.size} of ${expected} are in the box`);
  console.log(
    `${killed.server} times the server and ${killed.postgres} times PostgreSQL killed, ${killed.whileCasting} times with ballots on their way.`,
  );
  console.log(faults.length === 0 ? `All ${acknowledged.size} acknowledged ballots are in the box once.` : faults.join("\n"));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
