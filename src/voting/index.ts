/** Front door of polls. */
export { cancelPoll } from "./cancel-poll.ts";
export { castBallot } from "./cast-ballot.ts";
export { castByLetter } from "./cast-by-letter.ts";
export { castWithHelp } from "./cast-with-help.ts";
export { castWithPass } from "./cast-with-pass.ts";
export { changePlan } from "./change-plan.ts";
export { chooseOpenly } from "./choose-openly.ts";
export { closePoll } from "./close-poll.ts";
export { discardPaper } from "./discard-paper.ts";
export { discardPollDraft } from "./discard-poll-draft.ts";
export { enterPaper } from "./enter-paper.ts";
export { enterPaperAgain } from "./enter-paper-again.ts";
export { extendPoll } from "./extend-poll.ts";
export { findOnRoll } from "./find-on-roll.ts";
export { finishPaper } from "./finish-paper.ts";
export { followLog } from "./follow-log.ts";
export { getPass } from "./get-pass.ts";
export { listPollDrafts } from "./list-poll-drafts.ts";
export { listPolls } from "./list-polls.ts";
export { makeLetters } from "./make-letters.ts";
export { markPaper } from "./mark-paper.ts";
export { openPoll } from "./open-poll.ts";
export { outcomeInWords } from "./outcome-words.ts";
export { passByLetter } from "./pass-by-letter.ts";
export { passWithHelp } from "./pass-with-help.ts";
export { planPoll } from "./plan-poll.ts";
export { previewElectorate } from "./preview-electorate.ts";
export { publishPaper } from "./publish-paper.ts";
export { makeVotingReactions } from "./reactions.ts";
export {
  type CountedPoll,
  countedPolls,
  helpedVoters,
  lastCountedPolls,
  logFollowers,
  logHead,
  type PollForMail,
  pollFigures,
  pollForMail,
  pollsCountedSince,
  recount,
  type Turnout,
  turnouts,
  type WeekOfPolls,
  weekOfPolls,
} from "./reads.ts";
export { replaceLetter } from "./replace-letter.ts";
export { shownParts } from "./roll-rules.ts";
export { smallestShownGroup } from "./rules.ts";
export { savePollDraft } from "./save-poll-draft.ts";
export { sealBatch } from "./seal-batch.ts";
export { settlePaper } from "./settle-paper.ts";
export { findOpen as pollsOpenNow, type PollFigures } from "./store.ts";
export { takePaperBack } from "./take-paper-back.ts";
export { tellNextSteps } from "./tell-next-steps.ts";
export { viewExport } from "./view-export.ts";
export { viewLog } from "./view-log.ts";
export { viewPaper } from "./view-paper.ts";
export { viewPoll } from "./view-poll.ts";
export { viewPollDesk } from "./view-poll-desk.ts";
export { viewPublicPoll } from "./view-public-poll.ts";
export { viewRoll } from "./view-roll.ts";
