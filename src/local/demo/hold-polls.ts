/** Holds the demo polls: planned, opened, voted in and counted by the very actions people use, each at its own time in the past. */
import { after, days, minutes } from "../../shared/time.ts";
import { type Fact, itself } from "../../shared/work.ts";
import { closePoll, openPoll, planPoll, viewPublicPoll } from "../../voting/index.ts";
import { demoChoice } from "./demo-choice.ts";
import type { DemoPoll, DemoRichPoll } from "./demo-content.ts";
import { voteAs } from "./demo-voter.ts";
import type { DemoTools, Village } from "./load-demo.ts";

/** A poll's own jobs (opening, its log, closing) are wanted; mails and cards are not. */
const quiet = (fact: Fact) => fact.fact !== "poll-planned" && fact.fact !== "poll-log-due";
const silent = () => true;

export async function holdSimple(
  tools: DemoTools,
  poll: DemoPoll,
  village: Village,
  proposals: ReadonlyMap<string, string>,
): Promise<void> {
  const plan = {
    ...(poll.proposalKey ? { proposal: proposals.get(poll.proposalKey) } : {}),
    form: { kind: poll.options === "for-against-abstain" ? poll.options : "single" },
    options: poll.options === "for-against-abstain" ? [] : poll.options.map((label) => ({ label })),
  };
  await hold(
    tools,
    { ...poll, ballots: poll.votes.flatMap((votes, place) => Array.from({ length: votes }, () => [place])) },
    plan,
    village,
  );
}

export async function holdRich(
  tools: DemoTools,
  poll: DemoRichPoll,
  village: Village,
  photos: ReadonlyMap<string, string>,
): Promise<void> {
  const options = poll.options.map(({ photo, place, ...option }) => ({
    ...option,
    photo: (photo && photos.get(photo)) ?? null,
    place: place ? { latitude: place.latitude, longitude: place.longitude } : null,
  }));
  await hold(tools, poll, { form: poll.form, count: poll.count, options }, village);
}

type Held = Pick<DemoRichPoll, "kern" | "question" | "explanation" | "opensDaysFromNow" | "closesDaysFromNow" | "ballots">;

async function hold({ perform, now }: DemoTools, poll: Held, plan: object, { members, officer }: Village): Promise<void> {
  const opensAt = after(now, days(poll.opensDaysFromNow));
  const closesAt = after(now, days(poll.closesDaysFromNow));
  const past = closesAt < now;
  const begun = opensAt < now;
  const { kern, question, explanation } = poll;
  const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
  const at = (receivedAt: Date) => ({ receivedAt, quiet: past ? silent : quiet });
  const { poll: id } = await perform(
    planPoll,
    officer,
    { kern, question, explanation, ...plan, ...times },
    at(begun ? opensAt : now),
  );
  if (!begun) return;
  await perform(openPoll, itself(officer.municipality), { poll: id }, at(opensAt));
  const view = await perform(viewPublicPoll, officer, { poll: id });
  const ids = view.options.map(({ option }) => option);
  for (const [number, marks] of poll.ballots.entries()) {
    // The longest members stand ready at the sign-in and have not voted yet.
    const voter = members[members.length - 1 - number];
    if (voter) await voteAs(perform, voter, view, demoChoice(view.form, ids, marks), after(opensAt, minutes(1)));
  }
  if (past) await perform(closePoll, itself(officer.municipality), { poll: id }, at(after(closesAt, minutes(1))));
}
