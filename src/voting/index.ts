/** Front door of polls. */
export { castBallot } from "./cast-ballot.ts";
export { castWithPass } from "./cast-with-pass.ts";
export { chooseOpenly } from "./choose-openly.ts";
export { closePoll } from "./close-poll.ts";
export { discardPollDraft } from "./discard-poll-draft.ts";
export { extendPoll } from "./extend-poll.ts";
export { followLog } from "./follow-log.ts";
export { getPass } from "./get-pass.ts";
export { listPollDrafts } from "./list-poll-drafts.ts";
export { listPolls } from "./list-polls.ts";
export { openPoll } from "./open-poll.ts";
export { outcomeInWords } from "./outcome-words.ts";
export { planPoll } from "./plan-poll.ts";
export { makeVotingReactions } from "./reactions.ts";
export {
  type CountedPoll,
  countedPolls,
  logFollowers,
  logHead,
  type PollForMail,
  pollFigures,
  pollForMail,
  recount,
} from "./reads.ts";
export { smallestShownGroup } from "./rules.ts";
export { savePollDraft } from "./save-poll-draft.ts";
export { sealBatch } from "./seal-batch.ts";
export type { PollFigures } from "./store.ts";
export { viewExport } from "./view-export.ts";
export { viewLog } from "./view-log.ts";
export { viewPoll } from "./view-poll.ts";
export { viewPublicPoll } from "./view-public-poll.ts";
