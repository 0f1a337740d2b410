/** The addresses of /v1 that only an officer or a helper uses for polls. */
import type {
  DeskPoll,
  ElectorateView,
  ExtensionView,
  LetterReplaced,
  LettersMade,
  NextSteps,
  OnRollView,
  PaperBallot,
  PaperMarked,
  PaperView,
  PollDeskView,
  PollDraft,
  PollDraftsView,
  RollView,
} from "../../voting/contract.ts";
import { call } from "../call.ts";
import type { HelpedVoter } from "../voting/deliver.ts";
import type { PlanForm } from "./plan-form.ts";

const part = encodeURIComponent;
const at = (poll: string, noun: string) => `stemmingen/${part(poll)}/${noun}`;
const post = <T>(poll: string, noun: string, body: object = {}) => call<T>("POST", at(poll, noun), { body, timeout: 60_000 });

export type Task = DeskPoll["tasks"][number];

/** A plan with the draft it comes from, and when that was saved last. */
type Planned = PlanForm & { draft: string; draftSavedAt?: string };

export const pollingApi = {
  extendPoll: (id: string, closesAt: string, reason: string) =>
    call<ExtensionView>("POST", `stemmingen/${part(id)}/verlengingen`, { body: { closesAt, reason } }),
  pollDrafts: (kern?: string) => call<PollDraftsView>("GET", "stemmingsconcepten", { query: { kern } }),
  /** `basedOn`: when it was saved last; null for the first time. */
  savePollDraft: ({ draft, ...body }: Omit<PollDraft, "savedAt">, basedOn: string | null) =>
    call<PollDraft>("PUT", `stemmingsconcepten/${part(draft)}`, { body: { ...body, ...(basedOn && { basedOn }) } }),
  discardPollDraft: (draft: string) => call<{ draft: string }>("DELETE", `stemmingsconcepten/${part(draft)}`),
  desk: () => call<PollDeskView>("GET", "stemmingstaken"),
  plan: (form: Planned) => {
    const { kern, ...body } = form;
    return call<{ poll: string }>("POST", `kernen/${part(kern)}/stemmingen`, { body });
  },
  change: (poll: string, form: Planned) => call<{ poll: string }>("PUT", `stemmingen/${part(poll)}`, { body: form }),
  cancel: (poll: string) => call<{ poll: string }>("DELETE", `stemmingen/${part(poll)}`),
  tellNextSteps: (poll: string, words: string) => call<NextSteps>("PUT", at(poll, "vervolgstappen"), { body: { words } }),

  electorate: (kern: string, assurance: "mail" | "address", per: string) =>
    call<ElectorateView>("GET", `kernen/${part(kern)}/kiezersaantallen`, { query: { assurance, per } }),
  roll: (poll: string) => call<RollView>("GET", at(poll, "kiezersaantallen")),
  findOnRoll: (poll: string, q: string) => call<OnRollView>("GET", at(poll, "kiezers"), { query: { q } }),
  markPaper: (poll: string, voter: HelpedVoter, oldEnough: boolean) =>
    post<PaperMarked>(poll, "papierkiezers", { ...voter, ...(oldEnough && { oldEnough }) }),
  takePaperBack: (poll: string, voter: HelpedVoter) => post<PaperMarked>(poll, "papierteruggaven", voter),

  makeLetters: (poll: string, wish: { number?: number; file?: string; spares: number; again: boolean }) =>
    post<LettersMade>(poll, "stembrieven", wish),
  replaceLetter: (poll: string, serial: number, spare: number) =>
    post<LetterReplaced>(poll, `stembrieven/${serial}/vervangingen`, { spare }),

  paper: (poll: string) => call<PaperView>("GET", at(poll, "papierstapels")),
  enterPaper: (poll: string, code: string, ballots: PaperBallot[]) => post<PaperView>(poll, "papierstapels", { code, ballots }),
  enterPaperAgain: (poll: string, stack: number, code: string, ballots: PaperBallot[]) =>
    post<PaperView>(poll, `papierstapels/${stack}/invoeringen`, { code, ballots }),
  settlePaper: (poll: string, stack: number, ballots: { position: number; ballot: PaperBallot | null }[]) =>
    post<PaperView>(poll, `papierstapels/${stack}/verschillen`, { ballots }),
  publishPaper: (poll: string, stack: number) => post<PaperView>(poll, `papierstapels/${stack}/publicaties`),
  discardPaper: (poll: string, stack: number) => call<PaperView>("DELETE", at(poll, `papierstapels/${stack}`)),
  finishPaper: (poll: string) => post<PaperView>(poll, "papierafsluitingen"),
};

/** Names under which answers are kept; all fall under "polls", so that a change of a poll clears them. */
export const pollingKeys = {
  desk: ["polls", "desk"] as const,
  drafts: ["polls", "drafts"] as const,
  electorate: (kern: string, assurance: string, per: string) => ["polls", "electorate", kern, assurance, per] as const,
  roll: (poll: string) => ["polls", "roll", poll] as const,
  paper: (poll: string) => ["polls", "paper", poll] as const,
};
