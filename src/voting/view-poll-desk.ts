import { isOfficerOf } from "../members/index.ts";
import { Refused } from "../shared/refused.ts";
import { type Actor, action, type Tx } from "../shared/work.ts";
import { withNextSteps } from "./background-store.ts";
import { type DeskPoll, type PollDeskView, viewPollDeskInput } from "./contract.ts";
import { tasksOf } from "./desk-tasks.ts";
import { countLetters } from "./letter-store.ts";
import { standings } from "./roll-store.ts";
import { paperViewOf } from "./show-paper.ts";
import { publicViewOf } from "./show-poll.ts";
import { listPolls, type StoredPoll } from "./store.ts";
import { talliesOf } from "./tally-store.ts";

/** How long a counted poll may still ask for its next steps. */
const askedForMs = 60 * 24 * 3_600_000;

/** The polls of the kernen in which one keeps order, with what waits: planned and open ones, and closed ones that need something. */
export const viewPollDesk = action({
  name: "voting.view-poll-desk",
  kind: "view",
  input: viewPollDeskInput,
  async run({ tx, actor, now }): Promise<PollDeskView> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const recent = (poll: StoredPoll) => poll.state !== "closed" || now.getTime() - poll.closesAt.getTime() < askedForMs;
    const hers = (await listPolls(tx, undefined)).filter((poll) => isOfficerOf(actor, poll.kern) && recent(poll));
    const told = await withNextSteps(
      tx,
      hers.map(({ poll }) => poll),
    );
    const polls: DeskPoll[] = [];
    for (const poll of hers) polls.push(await deskPoll(tx, actor, poll, told.has(poll.poll), now));
    return {
      polls: polls.filter(({ state, tasks }) => state !== "closed" || tasks.length > 0),
      serverTime: now.toISOString(),
    };
  },
});

async function deskPoll(tx: Tx, actor: Actor, poll: StoredPoll, hasNextSteps: boolean, now: Date): Promise<DeskPoll> {
  const tally = (await talliesOf(tx, [poll])).get(poll.poll);
  const marked = (await standings(tx, [poll.poll], null)).get(poll.poll)?.marked ?? 0;
  const view = await publicViewOf(tx, poll, tally, marked, now);
  const paper = await paperViewOf(tx, actor, poll, now);
  const lettersMissing = poll.electorate.assurance === "letter" && (await countLetters(tx, poll.poll)).made === 0;
  const stacks = paper.stacks.flatMap(({ state }) => (state === "published" ? [] : [state]));
  const { state, waitsForPaper } = view;
  return {
    poll: poll.poll,
    question: poll.question,
    kern: poll.kern,
    kernName: poll.kernName,
    state,
    opensAt: view.opensAt,
    closesAt: view.closesAt,
    turnout: view.turnout,
    rollSize: view.rollSize,
    tasks: tasksOf(
      { state, counted: tally !== undefined, closesAt: poll.closesAt, stacks, waitsForPaper, hasNextSteps, lettersMissing },
      now,
    ),
  };
}
