/** The addresses of /v1 for writing, deciding on and talking about a proposal. */
import type {
  AgreementView,
  CommentView,
  PhotoView,
  Place,
  ProposalState,
  SimilarProposals,
  Stance,
  SupportView,
} from "../../proposals/contract.ts";
import { call } from "../call.ts";

const part = encodeURIComponent;

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

export const proposalsApi = {
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
};
