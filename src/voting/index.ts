/** Front door of polls. */
export { castBallot } from "./cast-ballot.ts";
export { closePoll } from "./close-poll.ts";
export { listPolls } from "./list-polls.ts";
export { openPoll } from "./open-poll.ts";
export { planPoll } from "./plan-poll.ts";
export { makeVotingReactions } from "./reactions.ts";
export { type CountedPoll, countedPolls, type PollForMail, pollFigures, pollForMail, recount } from "./reads.ts";
export { outcomeInWords, smallestShownGroup } from "./rules.ts";
export type { PollFigures } from "./store.ts";
export { viewPoll } from "./view-poll.ts";
