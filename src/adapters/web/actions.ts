/** What the routes do: the actions of the slices, by name. The wiring passes the real ones, a test passes small ones. */
import type { z } from "zod";
import type { KernenView, KernHomeView, listKernenInput, viewKernInput } from "../../kernen/contract.ts";
import type {
  AnswerToInvitation,
  addGuestInput,
  answerInvitationInput,
  CalendarView,
  ComingView,
  cancelMeetingInput,
  changeMeetingInput,
  InvitationsView,
  LedMeetingsView,
  listLedMeetingsInput,
  listMeetingsInput,
  MeetingsView,
  MeetingView,
  MyMeetingsView,
  planMeetingInput,
  removeGuestInput,
  viewKernCalendarInput,
  viewMeetingInput,
  writeMinutesInput,
} from "../../meetings/contract.ts";
import type {
  AddressView,
  askEmailChangeInput,
  askSignInLinkInput,
  askToJoinInput,
  blockPersonInput,
  changeLanguageInput,
  closeSessionInput,
  confirmEmailChangeInput,
  confirmJoinInput,
  decideJoinRequestInput,
  declareAddressInput,
  EmailChangedView,
  InvitationMade,
  InvitationRenewedView,
  InvitationsMade,
  InvitationsPreview,
  invitationsInput,
  invitePersonInput,
  JoinAskedView,
  JoinConfirmedView,
  JoinDecidedView,
  JoinRequestsView,
  KernLeftView,
  LanguageView,
  leaveKernInput,
  listJoinRequestsInput,
  listPeopleInput,
  MembershipView,
  MeView,
  moveMemberInput,
  nothing,
  openSessionInput,
  PeopleView,
  PersonBlockedView,
  personInKernInput,
  renewInvitationInput,
  SessionClosed,
  SessionOpened,
} from "../../members/contract.ts";
import type { DeskView, viewDeskInput } from "../../moderation/contract.ts";
import type {
  ChatSettingView,
  changeChatSettingInput,
  changeMailSettingInput,
  MailSettingsView,
  MailSettingView,
  MessageReachView,
  PosterView,
  ReachView,
  stopMailsInput,
  viewMessageReachInput,
  viewPosterInput,
  viewReachInput,
} from "../../notifications/contract.ts";
import type {
  AgreementView,
  addPhotoInput,
  agreeWithCommentInput,
  answerProposalInput,
  CommentView,
  commentOnProposalInput,
  correctAnswerInput,
  finishProposalInput,
  listProposalsInput,
  OwnWordsView,
  PhotoContent,
  PhotoView,
  ProposalsView,
  ProposalView,
  proposalId,
  refuseProposalInput,
  returnProposalInput,
  SimilarProposals,
  SupportView,
  saveDraftInput,
  similarProposalsInput,
  takeIntoTreatmentInput,
  viewPhotoInput,
} from "../../proposals/contract.ts";
import type {
  AcceptanceView,
  acceptDriftInput,
  askApplyInput,
  noInput,
  RunView,
  TeamsView,
  viewRunInput,
} from "../../provisioning/contract.ts";
import type { Action, SecretAction } from "../../shared/work.ts";
import type {
  InsightView,
  KernReading,
  noteVisitInput,
  OverviewView,
  TrendsView,
  VisitNews,
  viewInsightInput,
  viewKernReadingInput,
  viewOverviewInput,
  viewTrendsInput,
} from "../../summaries/contract.ts";
import type {
  BallotReceipt,
  cancelPollInput,
  castBallotInput,
  castByLetterInput,
  castWithHelpInput,
  castWithPassInput,
  changePlanInput,
  chooseOpenlyInput,
  ElectorateView,
  ExtensionView,
  enterPaperAgainInput,
  enterPaperInput,
  extendPollInput,
  findOnRollInput,
  finishPaperInput,
  followLogInput,
  getPassInput,
  LetterReplaced,
  LettersMade,
  listPollDraftsInput,
  listPollsInput,
  makeLettersInput,
  markPaperInput,
  NextSteps,
  OnRollView,
  OpenChoiceView,
  PaperMarked,
  PaperView,
  PassView,
  PollDeskView,
  PollDraft,
  PollDraftsView,
  PollExport,
  PollLogView,
  PollsView,
  PollView,
  PublicPollView,
  paperStackInput,
  passByLetterInput,
  passWithHelpInput,
  planPollInput,
  pollDraftInput,
  previewElectorateInput,
  RollView,
  replaceLetterInput,
  savePollDraftInput,
  settlePaperInput,
  takePaperBackInput,
  tellNextStepsInput,
  viewPaperInput,
  viewPollDeskInput,
  viewPollInput,
  viewRollInput,
} from "../../voting/contract.ts";

type OneProposal = z.ZodObject<{ proposal: typeof proposalId }>;

export interface Actions {
  listKernen: Action<typeof listKernenInput, KernenView>;
  viewKern: Action<typeof viewKernInput, KernHomeView>;

  askToJoin: Action<typeof askToJoinInput, JoinAskedView>;
  confirmJoin: Action<typeof confirmJoinInput, JoinConfirmedView>;
  decideJoinRequest: Action<typeof decideJoinRequestInput, JoinDecidedView>;
  listJoinRequests: Action<typeof listJoinRequestsInput, JoinRequestsView>;
  askSignInLink: Action<typeof askSignInLinkInput, JoinAskedView>;
  openSession: Action<typeof openSessionInput, SessionOpened>;
  closeSession: Action<typeof closeSessionInput, SessionClosed>;
  whoAmI: Action<typeof nothing, MeView>;
  leaveKern: Action<typeof leaveKernInput, KernLeftView>;
  changeLanguage: Action<typeof changeLanguageInput, LanguageView>;
  askEmailChange: Action<typeof askEmailChangeInput, JoinAskedView>;
  confirmEmailChange: Action<typeof confirmEmailChangeInput, EmailChangedView>;
  renewInvitation: Action<typeof renewInvitationInput, InvitationRenewedView>;
  declareAddress: Action<typeof declareAddressInput, AddressView>;
  withdrawAddress: Action<typeof nothing, AddressView>;
  viewAddress: Action<typeof nothing, AddressView>;

  listPeople: Action<typeof listPeopleInput, PeopleView>;
  invitePerson: Action<typeof invitePersonInput, InvitationMade>;
  previewInvitations: Action<typeof invitationsInput, InvitationsPreview>;
  inviteMany: Action<typeof invitationsInput, InvitationsMade>;
  blockPerson: Action<typeof blockPersonInput, PersonBlockedView>;
  unblockPerson: Action<typeof personInKernInput, PersonBlockedView>;
  endMembership: Action<typeof personInKernInput, MembershipView>;
  restoreMembership: Action<typeof personInKernInput, MembershipView>;
  moveMember: Action<typeof moveMemberInput, MembershipView>;

  saveDraft: Action<typeof saveDraftInput, ProposalView>;
  submitProposal: Action<OneProposal, ProposalView>;
  publishProposal: Action<OneProposal, ProposalView>;
  returnProposal: Action<typeof returnProposalInput, ProposalView>;
  refuseProposal: Action<typeof refuseProposalInput, ProposalView>;
  withdrawProposal: Action<OneProposal, ProposalView>;
  takeIntoTreatment: Action<typeof takeIntoTreatmentInput, ProposalView>;
  answerProposal: Action<typeof answerProposalInput, ProposalView>;
  correctAnswer: Action<typeof correctAnswerInput, ProposalView>;
  finishProposal: Action<typeof finishProposalInput, ProposalView>;
  viewProposal: Action<OneProposal, ProposalView>;
  viewOwnWords: Action<typeof nothing, OwnWordsView>;
  listProposals: Action<typeof listProposalsInput, ProposalsView>;
  similarProposals: Action<typeof similarProposalsInput, SimilarProposals>;
  supportProposal: Action<OneProposal, SupportView>;
  withdrawSupport: Action<OneProposal, SupportView>;
  commentOnProposal: Action<typeof commentOnProposalInput, CommentView>;
  agreeWithComment: Action<typeof agreeWithCommentInput, AgreementView>;
  withdrawAgreement: Action<typeof agreeWithCommentInput, AgreementView>;
  addPhoto: Action<typeof addPhotoInput, PhotoView>;
  viewPhoto: Action<typeof viewPhotoInput, PhotoContent>;

  planMeeting: Action<typeof planMeetingInput, MeetingView>;
  changeMeeting: Action<typeof changeMeetingInput, MeetingView>;
  cancelMeeting: Action<typeof cancelMeetingInput, MeetingView>;
  answerInvitation: Action<typeof answerInvitationInput, AnswerToInvitation>;
  addGuest: Action<typeof addGuestInput, ComingView>;
  removeGuest: Action<typeof removeGuestInput, ComingView>;
  writeMinutes: Action<typeof writeMinutesInput, MeetingView>;
  viewMeeting: Action<typeof viewMeetingInput, MeetingView>;
  viewComing: Action<typeof viewMeetingInput, ComingView>;
  listMeetings: Action<typeof listMeetingsInput, MeetingsView>;
  listLedMeetings: Action<typeof listLedMeetingsInput, LedMeetingsView>;
  listMyMeetings: Action<typeof nothing, MyMeetingsView>;
  listInvitations: Action<typeof nothing, InvitationsView>;
  viewMeetingCalendar: Action<typeof viewMeetingInput, CalendarView>;
  viewKernCalendar: Action<typeof viewKernCalendarInput, CalendarView>;

  planPoll: Action<typeof planPollInput, { poll: string }>;
  savePollDraft: Action<typeof savePollDraftInput, PollDraft>;
  listPollDrafts: Action<typeof listPollDraftsInput, PollDraftsView>;
  discardPollDraft: Action<typeof pollDraftInput, { draft: string }>;
  extendPoll: Action<typeof extendPollInput, ExtensionView>;
  changePlan: Action<typeof changePlanInput, { poll: string }>;
  cancelPoll: Action<typeof cancelPollInput, { poll: string }>;
  tellNextSteps: Action<typeof tellNextStepsInput, NextSteps>;
  viewPollDesk: Action<typeof viewPollDeskInput, PollDeskView>;
  followLog: Action<typeof followLogInput, { following: boolean }>;
  chooseOpenly: Action<typeof chooseOpenlyInput, OpenChoiceView>;
  castBallot: SecretAction<typeof castBallotInput, BallotReceipt>;
  getPass: SecretAction<typeof getPassInput, PassView>;
  castWithPass: SecretAction<typeof castWithPassInput, BallotReceipt>;
  viewPublicPoll: Action<typeof viewPollInput, PublicPollView>;
  viewLog: Action<typeof viewPollInput, PollLogView>;
  viewExport: Action<typeof viewPollInput, PollExport>;
  previewElectorate: Action<typeof previewElectorateInput, ElectorateView>;
  viewRoll: Action<typeof viewRollInput, RollView>;
  findOnRoll: Action<typeof findOnRollInput, OnRollView>;
  makeLetters: Action<typeof makeLettersInput, LettersMade>;
  replaceLetter: Action<typeof replaceLetterInput, LetterReplaced>;
  passByLetter: SecretAction<typeof passByLetterInput, PassView>;
  castByLetter: SecretAction<typeof castByLetterInput, BallotReceipt>;
  passWithHelp: SecretAction<typeof passWithHelpInput, PassView>;
  castWithHelp: SecretAction<typeof castWithHelpInput, BallotReceipt>;
  markPaper: Action<typeof markPaperInput, PaperMarked>;
  takePaperBack: Action<typeof takePaperBackInput, PaperMarked>;
  viewPaper: Action<typeof viewPaperInput, PaperView>;
  enterPaper: Action<typeof enterPaperInput, PaperView>;
  enterPaperAgain: Action<typeof enterPaperAgainInput, PaperView>;
  settlePaper: Action<typeof settlePaperInput, PaperView>;
  publishPaper: Action<typeof paperStackInput, PaperView>;
  discardPaper: Action<typeof paperStackInput, PaperView>;
  finishPaper: Action<typeof finishPaperInput, PaperView>;
  listPolls: Action<typeof listPollsInput, PollsView>;
  viewPoll: Action<typeof viewPollInput, PollView>;

  viewDesk: Action<typeof viewDeskInput, DeskView>;
  viewReach: Action<typeof viewReachInput, ReachView>;
  viewMessageReach: Action<typeof viewMessageReachInput, MessageReachView>;
  viewChatSetting: Action<typeof noInput, ChatSettingView>;
  changeChatSetting: Action<typeof changeChatSettingInput, Omit<ChatSettingView, "reachable">>;
  viewMailSettings: Action<typeof noInput, MailSettingsView>;
  changeMailSetting: Action<typeof changeMailSettingInput, MailSettingView>;
  stopMails: Action<typeof stopMailsInput, MailSettingView>;
  viewOverview: Action<typeof viewOverviewInput, OverviewView>;
  viewKernReading: Action<typeof viewKernReadingInput, KernReading>;
  viewTrends: Action<typeof viewTrendsInput, TrendsView>;
  viewInsight: Action<typeof viewInsightInput, InsightView>;
  noteVisit: SecretAction<typeof noteVisitInput, VisitNews>;

  viewPoster: Action<typeof viewPosterInput, PosterView>;

  viewTeams: Action<typeof noInput, TeamsView>;
  askLook: Action<typeof noInput, RunView>;
  askApply: Action<typeof askApplyInput, RunView>;
  viewRun: Action<typeof viewRunInput, RunView>;
  acceptDrift: Action<typeof acceptDriftInput, AcceptanceView>;
  withdrawAcceptance: Action<typeof acceptDriftInput, AcceptanceView>;
}

/** Any of them, for the table of routes. */
export type AnyAction = Action<z.ZodType, unknown> | SecretAction<z.ZodType, unknown>;
