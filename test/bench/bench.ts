/** `npm run bench [-- name …]`: figures as ratios against a floor measured in the same run. See RESULTS.md. */
import { benchBotTurn } from "./bot-turn.ts";
import { benchCastBallot } from "./cast-ballot.ts";
import { printRows, type Row, residentMb } from "./harness.ts";
import { benchProposalList } from "./proposal-list.ts";
import { openStage, type Stage } from "./stage.ts";

const benches: Record<string, { title: string; run(stage: Stage): Promise<Row[]> }> = {
  ballot: { title: "Cast a ballot (64 connections)", run: benchCastBallot },
  list: { title: "Proposal list (8 connections)", run: benchProposalList },
  bot: { title: "Bot turn: a message in, a card out to a stub connector (8 connections)", run: benchBotTurn },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches[name]);
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(64);
}
for (const [name, { title, run }] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const stage = await openStage();
  const before = residentMb(stage.pid);
  try {
    printRows(title, await run(stage));
    console.log(`Memory of the server: ${before} MB after the start, ${residentMb(stage.pid)} MB after the load (aim < 250).`);
  } finally {
    await stage.stop();
  }
}
