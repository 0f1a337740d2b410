/** The count of one poll: which ballots count, what comes out, what of it may be told. */
import type { Tx } from "../shared/work.ts";
import { namedBallots, type PaperBatch, paperBatches, type StoredSlip, slipsInLog } from "./ballot-store.ts";
import type { BudgetBeside, TallyView } from "./contract.ts";
import { byCodeUnits, canonicalJson } from "./counting/canonical.ts";
import { type CountedPoll, fewestPublished, publishable } from "./counting/count-poll.ts";
import type { Choice, CountingRule } from "./counting/poll.ts";
import { type Counted, countWherever } from "./counting-thread.ts";
import { definedOption } from "./rules.ts";
import { optionsOf, type StoredPoll } from "./store.ts";

export interface Count extends ReturnType<typeof publishable> {
  ballots: number;
  spoiled: number;
  beside: BudgetBeside | null;
  names: TallyView["names"];
  /** In the order of the log; none at level 0. */
  slips: StoredSlip[];
  paper: PaperBatch[];
}

/** Counts what is in the box. Only closing, and counting again after it, call this. */
export async function countBallots(tx: Tx, poll: StoredPoll): Promise<Count> {
  const options = (await optionsOf(tx, poll.poll)).map(definedOption);
  const counted: CountedPoll = { form: poll.form, count: poll.count, options, rollSize: poll.rollSize ?? 0 };
  if (poll.level === 0) {
    const named = await namedBallots(tx, poll.poll);
    const choices = named.map(({ choice }) => choice);
    const result = publishable(await countWherever(counted, choices), choices.length);
    const names = poll.showNames ? named.map(({ name, choice }) => ({ name, option: firstOf(choice) })) : null;
    return { ...result, ballots: choices.length, spoiled: 0, beside: null, names, slips: [], paper: [] };
  }
  const slips = await slipsInLog(tx, poll.poll);
  const paper = (await paperBatches(tx, poll.poll)).map(sorted);
  const choices = [...lastOfEach(slips).map(({ choice }) => choice), ...paper.flatMap((batch) => batch.choices)];
  const inForce = await countWherever(counted, choices);
  return {
    ...publishable(inForce, choices.length),
    ballots: choices.length,
    spoiled: paper.reduce((sum, { spoiled }) => sum + spoiled, 0),
    beside: choices.length < fewestPublished ? null : await countBeside(counted, choices, inForce),
    names: null,
    slips,
    paper,
  };
}

const firstOf = (choice: Choice): string => ("chosen" in choice ? (choice.chosen[0] ?? "") : "");

/** Of each caster the slip with the highest version. */
function lastOfEach(slips: readonly StoredSlip[]): StoredSlip[] {
  const last = new Map<string, StoredSlip>();
  for (const slip of slips) if (slip.version > (last.get(slip.caster)?.version ?? 0)) last.set(slip.caster, slip);
  return [...last.values()];
}

/** Choices in the order in which they are published: by canonical JSON. */
function sorted({ choices, ...rest }: PaperBatch): PaperBatch {
  const texts = choices.map((choice) => ({ choice, text: canonicalJson(choice) }));
  return { ...rest, choices: texts.sort((a, b) => byCodeUnits(a.text, b.text)).map(({ choice }) => choice) };
}

/** The other of the two rules that people compare; null where there is no budget. */
function otherRule(count: CountingRule): (CountingRule & { rule: BudgetBeside["rule"] }) | null {
  if (!("budget" in count)) return null;
  const { budget, threshold, minScore, themeCaps, exclusive } = count;
  const terms = { budget, threshold, minScore, themeCaps, exclusive };
  if (count.rule === "equal-shares") return { rule: "most-votes", misfit: "skip", ...terms };
  return { rule: "equal-shares", utility: "cost", completion: "add1+votes", ...terms };
}

async function countBeside(poll: CountedPoll, choices: readonly Choice[], inForce: Counted): Promise<BudgetBeside | null> {
  const count = otherRule(poll.count);
  if (!count) return null;
  const { outcome } = await countWherever({ ...poll, count }, choices);
  const withWinner = ({ budget }: Counted["outcome"]) => choices.length - (budget?.votersWithNoWinner ?? 0);
  return {
    rule: count.rule,
    winners: [...outcome.winners],
    cost: outcome.budget?.cost ?? 0,
    withWinner: { here: withWinner(outcome), inForce: withWinner(inForce.outcome) },
  };
}
