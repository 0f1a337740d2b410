/**
 * `npm run bench [-- name …]`: figures as ratios against a floor measured in the same run. See RESULTS.md. The first word of a name
 * stands for all that begin with it, unless it is a name itself.
 */
import { benchBallotRush } from "./ballot-rush.ts";
import { benchBotTurn } from "./bot-turn.ts";
import { benchCastBallot } from "./cast-ballot.ts";
import { printRows, type Row, residentMb } from "./harness.ts";
import { benchPages } from "./pages.ts";
import { benchProposalList } from "./proposal-list.ts";
import { benchInvitations } from "./provisioning/invitations.ts";
import { benchKills } from "./provisioning/kills.ts";
import { benchRollOut } from "./provisioning/roll-out.ts";
import { benchTraffic } from "./provisioning/traffic.ts";
import { openStage, type Stage } from "./stage.ts";
import { benchTally } from "./tally.ts";
import { benchTallyRanked } from "./tally-ranked.ts";

/** Each prints its own figures. */
const benches: Record<string, () => Promise<void> | void> = {
  "tally-budget": benchTally,
  "tally-ranked": benchTallyRanked,
  ballot: onStage("Cast a ballot (64 connections)", benchCastBallot),
  "ballot-rush": benchBallotRush,
  list: onStage("Proposal list (8 connections)", benchProposalList),
  pages: benchPages,
  bot: onStage("Bot turn: a message in, a card out to a stub connector (8 connections)", benchBotTurn),
  "provisioning-kills": benchKills,
  "provisioning-time": benchRollOut,
  "provisioning-invitations": benchInvitations,
  "provisioning-traffic": benchTraffic,
};

/** A bench of the running app. */
function onStage(title: string, run: (stage: Stage) => Promise<Row[]>): () => Promise<void> {
  return async () => {
    const stage = await openStage();
    const before = residentMb(stage.pid);
    try {
      printRows(title, await run(stage));
      console.log(`Memory of the server: ${before} MB after the start, ${residentMb(stage.pid)} MB after the load (aim < 250).`);
    } finally {
      await stage.stop();
    }
  };
}

const wanted = process.argv.slice(2);
const names = Object.keys(benches);
const isMeant = (name: string, word: string) => (names.includes(word) ? name === word : name.startsWith(`${word}-`));
const unknown = wanted.filter((word) => !names.some((name) => isMeant(name, word)));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  process.exit(64);
}
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.some((word) => isMeant(name, word))) await run();
}
