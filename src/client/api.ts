/** The addresses of /v1 that more than one slice of the client uses, with what goes in and what comes out. */
import type { KernenView, KernHomeView } from "../kernen/contract.ts";
import type { InvitationsView } from "../meetings/contract.ts";
import type {
  JoinAskedView,
  JoinConfirmedView,
  JoinDecidedView,
  LanguageView,
  MeView,
  SessionOpened,
} from "../members/contract.ts";
import type { DeskView } from "../moderation/contract.ts";
import type {
  AgreementView,
  CommentView,
  PhotoView,
  Place,
  ProposalState,
  ProposalsView,
  ProposalView,
  SimilarProposals,
  Stance,
  SupportView,
} from "../proposals/contract.ts";
import type { PollState, PollsView, PollView } from "../voting/contract.ts";
import { call } from "./call.ts";

const part = encodeURIComponent;

export interface JoinForm {
  municipality: string;
  kern: string;
  name: string;
  email: string;
  language: string;
  consent: true;
}

export interface DraftForm {
  /** Made by this device for a new draft, so that a first save which is repeated makes one draft. */
  proposal: string;
  kern: string;
  title: string;
  body: string;
  place: Place | null;
  photo: string | null;
  photoAlt: string;
  version?: number;
}

export interface ProposalsFilter {
  kern?: string;
  q?: string;
  sort?: "newest" | "most-supported" | "most-discussed";
  show?: "published" | "mine";
  treatment?: "in-treatment" | "answered" | "done";
  cursor?: string;
  limit?: number;
}

interface DraftSaved {
  proposal: string;
  version: number;
}

interface StepTaken {
  proposal: string;
  state: ProposalState;
}

const step = (id: string, noun: string, body: object = {}) =>
  call<StepTaken>("POST", `voorstellen/${part(id)}/${noun}`, { body, keepalive: true });

export const api = {
  kernen: (postcode?: string) => call<KernenView>("GET", "kernen", { query: { postcode } }),
  kern: (municipality: string, kern: string) =>
    call<KernHomeView>("GET", `kernen/${part(kern)}`, { query: { gemeente: municipality } }),

  askToJoin: (form: JoinForm) => call<JoinAskedView>("POST", "aanmeldingen", { body: form }),
  confirmJoin: (token: string) => call<JoinConfirmedView>("POST", "aanmeldingsbevestigingen", { body: { token } }),
  decideJoinRequest: (request: string, decision: "accepted" | "refused", reason: string) =>
    call<JoinDecidedView>("POST", `aanmeldingen/${part(request)}/besluiten`, { body: { decision, reason }, keepalive: true }),
  askSignInLink: (municipality: string, email: string) =>
    call<JoinAskedView>("POST", "inloglinks", { body: { municipality, email } }),
  openSession: (token: string) => call<Omit<SessionOpened, "session">>("POST", "sessies", { body: { token } }),
  signOut: () => call<void>("DELETE", "sessies/huidige"),
  me: () => call<MeView>("GET", "personen/ik"),
  leaveKern: (kern: string) => call<unknown>("DELETE", `lidmaatschappen/${part(kern)}`),
  changeLanguage: (language: string) => call<LanguageView>("PATCH", "personen/ik", { body: { language } }),

  proposals: (filter: ProposalsFilter) => call<ProposalsView>("GET", "voorstellen", { query: { ...filter } }),
  proposal: (id: string) => call<ProposalView>("GET", `voorstellen/${part(id)}`),
  startDraft: (form: DraftForm) => call<DraftSaved>("POST", `kernen/${part(form.kern)}/voorstellen`, { body: form }),
  saveDraft: (form: DraftForm) => call<DraftSaved>("PUT", `voorstellen/${part(form.proposal)}`, { body: form }),
  submitProposal: (id: string) => step(id, "indieningen"),
  publishProposal: (id: string) => step(id, "publicaties"),
  returnProposal: (id: string, reason: string) => step(id, "teruggaven", { reason }),
  refuseProposal: (id: string, reason: string) => step(id, "afwijzingen", { reason }),
  withdrawProposal: (id: string) => step(id, "intrekkingen"),
  support: (id: string, wanted: boolean) =>
    call<SupportView>(wanted ? "PUT" : "DELETE", `voorstellen/${part(id)}/steunbetuigingen/ik`),
  comment: (id: string, stance: Stance, body: string) =>
    call<CommentView>("POST", `voorstellen/${part(id)}/reacties`, { body: { stance, body } }),
  agree: (id: string, comment: string, wanted: boolean) =>
    call<AgreementView>(wanted ? "PUT" : "DELETE", `voorstellen/${part(id)}/reacties/${part(comment)}/bijval/ik`),
  similar: (kern: string, text: string) =>
    call<SimilarProposals>("GET", `kernen/${part(kern)}/vergelijkbare-voorstellen`, { query: { text } }),
  uploadPhoto: (photo: Blob) => call<PhotoView>("POST", "fotos", { body: photo, timeout: 120_000 }),

  polls: (kern?: string, state?: PollState) => call<PollsView>("GET", "stemmingen", { query: { kern, state } }),
  poll: (id: string) => call<PollView>("GET", `stemmingen/${part(id)}`),
  /** What the home asks first; all else about meetings is in meetings/meetings-api.ts. */
  invitations: () => call<InvitationsView>("GET", "personen/ik/uitnodigingen"),
  desk: (kern?: string) => call<DeskView>("GET", "taken", { query: { kern } }),
};

/** Where the photo's bytes are. */
export const photoPath = (photo: string): string => `fotos/${part(photo)}`;
