/** The addresses of /v1 that a first page or several slices use; what one slice alone asks stands in its own …-api.ts. */
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
import type { ProposalsView, ProposalView } from "../proposals/contract.ts";
import type { PollState, PollsView, PollView } from "../voting/contract.ts";
import { call, type Question } from "./call.ts";
import { type ProposalsFilter, questions } from "./kernen/home-questions.ts";

const part = encodeURIComponent;

export interface JoinForm {
  municipality: string;
  kern: string;
  name: string;
  email: string;
  language: string;
  consent: true;
}

const read = <T>([path, query = {}]: Question) => call<T>("GET", path, { query });

export const api = {
  kernen: (postcode?: string) => call<KernenView>("GET", "kernen", { query: { postcode } }),
  kern: (municipality: string, kern: string) => read<KernHomeView>(questions.kern(municipality, kern)),

  askToJoin: (form: JoinForm) => call<JoinAskedView>("POST", "aanmeldingen", { body: form }),
  confirmJoin: (token: string) => call<JoinConfirmedView>("POST", "aanmeldingsbevestigingen", { body: { token } }),
  decideJoinRequest: (request: string, decision: "accepted" | "refused", reason: string) =>
    call<JoinDecidedView>("POST", `aanmeldingen/${part(request)}/besluiten`, { body: { decision, reason }, keepalive: true }),
  askSignInLink: (municipality: string, email: string) =>
    call<JoinAskedView>("POST", "inloglinks", { body: { municipality, email } }),
  openSession: (token: string) => call<Omit<SessionOpened, "session">>("POST", "sessies", { body: { token } }),
  signOut: () => call<void>("DELETE", "sessies/huidige"),
  me: () => read<MeView>(questions.me()),
  leaveKern: (kern: string) => call<unknown>("DELETE", `lidmaatschappen/${part(kern)}`),
  changeLanguage: (language: string) => call<LanguageView>("PATCH", "personen/ik", { body: { language } }),

  proposals: (filter: ProposalsFilter) => read<ProposalsView>(questions.proposals(filter)),
  proposal: (id: string) => call<ProposalView>("GET", `voorstellen/${part(id)}`),

  polls: (kern?: string, state?: PollState) => read<PollsView>(questions.polls(kern, state)),
  poll: (id: string) => call<PollView>("GET", `stemmingen/${part(id)}`),
  /** What the home asks first; all else about meetings is in meetings/meetings-api.ts. */
  invitations: () => read<InvitationsView>(questions.invitations()),
  desk: (kern?: string) => call<DeskView>("GET", "taken", { query: { kern } }),
};

/** Where the photo's bytes are. */
export const photoPath = (photo: string): string => `fotos/${part(photo)}`;
