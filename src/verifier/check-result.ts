/** Check 10: the numbers of the result, the count done again, and the municipality's signature. */
import { countPoll, fewestPublished, publishable } from "../voting/counting/count-poll.ts";
import type { Choice } from "../voting/counting/poll.ts";
import { firstDifference } from "./differences.ts";
import { countedSlips, type Scene } from "./scene.ts";
import { isSigned } from "./signatures.ts";
import { type Figures, Found } from "./verdict.ts";

export async function checkResult(scene: Scene): Promise<Figures> {
  const { definition, result, resultSignature } = scene.file;
  checkNumbers(scene);
  const choices = countedChoices(scene);
  if (choices) recount(scene, choices);
  else checkTotals(scene);
  if (!isSigned(definition.signKey, "result", result, resultSignature))
    throw new Found({ part: "result", path: [] }, { code: "not-signed" });
  return { ballots: result.ballots, winners: result.outcome.winners.length };
}

function checkNumbers({ file }: Scene): void {
  const { result, definition, log, paper, heads, frozenHash, extensions } = file;
  const emptyRoot = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const found = {
    poll: definition.poll,
    frozenHash,
    extensions: extensions.length,
    logSize: log.length,
    logRoot: heads.at(-1)?.root ?? emptyRoot,
    paperBatches: paper.length,
    spoiled: paper.reduce((sum, { spoiled }) => sum + spoiled, 0),
  };
  const { ballots: _ballots, roll: _roll, seed: _seed, outcome: _outcome, ...stated } = result;
  differ([], stated, found);
}

/** All choices that count, in no order; from the totals where those tell all. Null when the file does not tell. */
function countedChoices(scene: Scene): Choice[] | null {
  const { slips, paper, definition, result } = scene.file;
  if (slips) return [...(countedSlips(scene) ?? []), ...paper.flatMap(({ choices }) => choices ?? [])];
  const { votes } = result.outcome;
  if (!["for-against-abstain", "consent", "single"].includes(definition.form.kind)) return null;
  const ids = definition.options.map(({ id }) => id);
  return ids.flatMap((id) => Array.from({ length: Math.min(votes[id] ?? 0, fewestPublished) }, () => ({ chosen: [id] })));
}

function recount(scene: Scene, choices: readonly Choice[]): void {
  const { definition, result } = scene.file;
  withheldRightly(scene, scene.file.slips ? choices.length : result.ballots);
  const { outcome, seed } = publishable(countPoll(definition, choices), choices.length);
  scene.recounted = { outcome, seed, ballots: choices.length };
  differ([], { ballots: result.ballots }, { ballots: choices.length });
  differ([], { seed: result.seed }, { seed });
  differ(["outcome"], result.outcome, outcome);
}

/** Fewer than 10 ballots on a form whose totals do not give the ballots: only the frame can be looked at. */
function checkTotals(scene: Scene): void {
  const { definition, result, log, paper } = scene.file;
  withheldRightly(scene, result.ballots);
  const ids = definition.options.map(({ id }) => id).sort();
  const { rule, votes, marked, ranked, budget } = result.outcome;
  differ([], { seed: result.seed }, { seed: null });
  const withheld = { marked: null, ranked: null, budget: null };
  differ(["outcome"], { rule, marked, ranked, budget }, { rule: definition.count.rule, ...withheld });
  differ(["outcome", "votes"], Object.keys(votes).sort(), ids);
  const most = log.length + paper.reduce((sum, { ballots }) => sum + ballots, 0);
  if (result.ballots > most) differ(["ballots"], result.ballots, most);
  for (const [id, given] of Object.entries(votes))
    if (given > result.ballots) differ(["outcome", "votes", id], given, result.ballots);
}

function withheldRightly({ file: { slips } }: Scene, ballots: number): void {
  const withheld = slips === null;
  if (withheld !== ballots < fewestPublished)
    throw new Found({ part: "file", path: ["slips"] }, { code: withheld ? "withheld" : "not-withheld", ballots });
}

function differ(path: readonly string[], stated: unknown, found: unknown): void {
  const difference = firstDifference(stated, found);
  if (!difference) return;
  const { path: inside, ...figures } = difference;
  throw new Found({ part: "result", path: [...path, ...inside] }, { code: "figure", ...figures });
}
