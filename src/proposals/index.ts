/** Front door of proposals. */
export { makeAddPhoto } from "./add-photo.ts";
export { agreeWithComment } from "./agree-with-comment.ts";
export { answerProposal } from "./answer-proposal.ts";
export { commentOnProposal } from "./comment-on-proposal.ts";
export { correctAnswer } from "./correct-answer.ts";
export { countDecisions as decisionsByMonth, type Decisions } from "./decision-store.ts";
export {
  findTopOfEach as topProposals,
  type ProposalFigures,
  type SupportedProposal,
  type WaitingProposal,
} from "./figures-store.ts";
export { finishProposal } from "./finish-proposal.ts";
export { listProposals } from "./list-proposals.ts";
export { findAnswered as answeredIn, findPublished as publishedIn, type ProposalNews } from "./news-store.ts";
export { publishProposal } from "./publish-proposal.ts";
export {
  type Argument,
  correctionReason,
  lastTaken,
  mostSupported,
  owedAnswers,
  type ProposalAnswer,
  type ProposalForCard,
  type ProposalForMail,
  proposalFigures,
  proposalForCard,
  proposalForMail,
  proposalKern,
  proposalLooks,
  publishedTitles,
  strongestArguments,
  supportersOf,
  waitingProposals,
} from "./reads.ts";
export { refuseProposal } from "./refuse-proposal.ts";
export { returnProposal } from "./return-proposal.ts";
export { saveDraft } from "./save-draft.ts";
export { similarProposals } from "./similar-proposals.ts";
export { submitProposal } from "./submit-proposal.ts";
export { supportProposal } from "./support-proposal.ts";
export { takeIntoTreatment } from "./take-into-treatment.ts";
export { answerOwedFrom } from "./treatment-rules.ts";
export type { OwedAnswer } from "./treatment-store.ts";
export { type ActivityInMonth, countByMonth as activityByMonth } from "./trend-store.ts";
export { viewOwnWords } from "./view-own-words.ts";
export { makeViewPhoto } from "./view-photo.ts";
export { viewProposal } from "./view-proposal.ts";
export { withdrawAgreement } from "./withdraw-agreement.ts";
export { withdrawProposal } from "./withdraw-proposal.ts";
export { withdrawSupport } from "./withdraw-support.ts";
