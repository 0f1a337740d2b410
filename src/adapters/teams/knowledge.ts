/** What the bot needs of the slices, given by the wiring: their own front doors fit as they are. */
import type { ContactPerson, Kern, KernHomeView, Municipality, viewKernInput } from "../../kernen/contract.ts";
import type {
  AnswerToInvitation,
  answerInvitationInput,
  listMeetingsInput,
  MeetingsView,
  MeetingView,
  viewMeetingInput,
} from "../../meetings/contract.ts";
import type { decideJoinRequestInput, GuestsNotedView, JoinDecidedView, noteGuestsInput } from "../../members/contract.ts";
import type { DeskView, MessageReportedView, reportMessageInput, viewDeskInput } from "../../moderation/contract.ts";
import type {
  listProposalsInput,
  ProposalsView,
  ProposalView,
  publishProposalInput,
  returnProposalInput,
  SupportView,
  saveDraftInput,
  submitProposalInput,
  supportProposalInput,
  viewProposalInput,
} from "../../proposals/contract.ts";
import type { Action, Actor, Channel, Language, Perform, Tx } from "../../shared/work.ts";
import type { listPollsInput, PollsView, PollView, TallyView, viewPollInput } from "../../voting/contract.ts";

/** A municipality as it is known from the outside. */
export interface KnownMunicipality {
  municipality: string;
}

export interface BotKnowledge {
  /** The municipality with this Entra tenant (lower case); undefined for a tenant that is not on the list. */
  municipalityOfTenant(tenant: string): Promise<KnownMunicipality | undefined>;
  /** The municipality that the one with this tenant merged into, when it left the tenant behind. */
  municipalityAfter(tenant: string): Promise<KnownMunicipality | undefined>;
  municipalityOf(tx: Tx): Promise<Municipality>;
  /** `group`: object id of the team's Microsoft 365 group. */
  kernOfTeam(tx: Tx, municipality: string, group: string): Promise<string | null>;
  kernOf(tx: Tx, kern: string): Promise<Kern | undefined>;
  contactOf(tx: Tx, kern: string): Promise<ContactPerson>;
  actorForEntra(tx: Tx, oid: string, channel: Channel): Promise<Actor | null | undefined>;
  /** The result of a poll in one sentence. */
  outcomeInWords(tally: TallyView, language: Language): string;
}

export interface BotActions {
  listProposals: Action<typeof listProposalsInput, ProposalsView>;
  viewProposal: Action<typeof viewProposalInput, ProposalView>;
  supportProposal: Action<typeof supportProposalInput, SupportView>;
  saveDraft: Action<typeof saveDraftInput, ProposalView>;
  submitProposal: Action<typeof submitProposalInput, ProposalView>;
  publishProposal: Action<typeof publishProposalInput, ProposalView>;
  returnProposal: Action<typeof returnProposalInput, ProposalView>;
  listPolls: Action<typeof listPollsInput, PollsView>;
  viewPoll: Action<typeof viewPollInput, PollView>;
  listMeetings: Action<typeof listMeetingsInput, MeetingsView>;
  viewMeeting: Action<typeof viewMeetingInput, MeetingView>;
  answerInvitation: Action<typeof answerInvitationInput, AnswerToInvitation>;
  viewKern: Action<typeof viewKernInput, KernHomeView>;
  viewDesk: Action<typeof viewDeskInput, DeskView>;
  decideJoinRequest: Action<typeof decideJoinRequestInput, JoinDecidedView>;
  reportMessage: Action<typeof reportMessageInput, MessageReportedView>;
  noteGuests: Action<typeof noteGuestsInput, GuestsNotedView>;
}

/** Everything an answer is made with. */
export interface Bot {
  knows: BotKnowledge;
  actions: BotActions;
  perform: Perform;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  /** Where people reach this deployment. Read in every turn, for it may be known only once the server listens. */
  publicUrl: string;
  /** The address anybody may fetch this photo at, or null when there is none. */
  photoUrl(municipality: string, photo: string): string | null;
}
