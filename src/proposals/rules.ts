/** Pure rules of proposals: the way a proposal goes, who may do what, and what must be there before it is submitted. */
import type { ProposalEventView, ProposalState, Treatment } from "./contract.ts";
import { isAnswered } from "./treatment-rules.ts";

export type Deed = "submit" | "publish" | "return" | "refuse" | "withdraw";
export type Decision = "publish" | "return" | "refuse";

interface Step {
  by: "author" | "officer";
  from: readonly ProposalState[];
  to: ProposalState;
}

/** Every way from one state to another. Nothing reaches "published" without the officer; "refused" and "withdrawn" are final. */
export const steps: Readonly<Record<Deed, Step>> = {
  submit: { by: "author", from: ["draft", "returned"], to: "submitted" },
  publish: { by: "officer", from: ["submitted"], to: "published" },
  return: { by: "officer", from: ["submitted"], to: "returned" },
  refuse: { by: "officer", from: ["submitted"], to: "refused" },
  withdraw: { by: "author", from: ["draft", "submitted", "returned", "published"], to: "withdrawn" },
};

const editable: readonly ProposalState[] = ["draft", "returned"];

/** Who is asking, seen from one proposal. */
export interface Asker {
  author: boolean;
  /** Officer of the proposal's kern. */
  officer: boolean;
  /** Takes part in the proposal's kern. */
  member: boolean;
  /** Takes part in any kern of the municipality. */
  resident: boolean;
}

export interface Standing {
  state: ProposalState;
  treatment: Treatment;
  /** Null until it was published for the first time. */
  publishedAt: Date | null;
}

export type Refusal = "not-allowed" | "not-a-member" | "already-decided" | "not-published" | "own-proposal" | "proposal-answered";

/** What was ever published stays readable for everybody, withdrawn or not; the rest is between the author and the officers. */
export function isVisible({ publishedAt }: Pick<Standing, "publishedAt">, { author, officer }: Asker): boolean {
  return publishedAt !== null || author || officer;
}

/** Only who takes part in a kern, or keeps order there, brings proposals there. */
export function refusePosting({ member, officer }: Pick<Asker, "member" | "officer">): Refusal | null {
  return member || officer ? null : "not-a-member";
}

/** What was answered can no longer be taken back: the answer is to everybody who backed it. */
export function refuseDeed(
  deed: Deed,
  { state, treatment }: Pick<Standing, "state" | "treatment">,
  asker: Asker,
): Refusal | null {
  const { by, from } = steps[deed];
  if (!asker[by]) return "not-allowed";
  if (!from.includes(state)) return "already-decided";
  if (deed === "withdraw" && isAnswered({ treatment })) return "proposal-answered";
  return deed === "submit" ? refusePosting(asker) : null;
}

/** The author's own step that was done already: repeated because an answer got lost. It changes nothing. */
export function isRepeat(deed: Deed, { state }: Pick<Standing, "state">, asker: Asker): boolean {
  return steps[deed].by === "author" && asker.author && state === steps[deed].to;
}

export function refuseEdit({ state }: Pick<Standing, "state">, { author }: Asker): Refusal | null {
  if (!author) return "not-allowed";
  return editable.includes(state) ? null : "already-decided";
}

/** Support is given and taken back until the answer: then the number stays that of the people who were answered. */
export function refuseSupportChange({ state, treatment }: Pick<Standing, "state" | "treatment">): Refusal | null {
  if (state !== "published") return "not-published";
  return isAnswered({ treatment }) ? "proposal-answered" : null;
}

/** Everybody who takes part in any kern of the municipality may support, except the author. */
export function refuseSupport(standing: Pick<Standing, "state" | "treatment">, { author, resident }: Asker): Refusal | null {
  const closed = refuseSupportChange(standing);
  if (closed) return closed;
  if (author) return "own-proposal";
  return resident ? null : "not-a-member";
}

/** For a comment and for agreeing with one: who takes part in any kern, and the officer of this one. */
export function refuseComment({ state }: Pick<Standing, "state">, { resident, officer }: Asker): Refusal | null {
  if (state !== "published") return "not-published";
  return resident || officer ? null : "not-a-member";
}

/** A poll about a proposal is opened by the officer, once it is published. */
export function mayOpenPoll({ state }: Pick<Standing, "state">, { officer }: Asker): boolean {
  return officer && state === "published";
}

export interface Fault {
  path: string;
  message: string;
}

const length = (text: string) => [...text.trim()].length;

/** Everything that still lacks before it can be submitted, all at once. Lengths in characters, an emoji being one. */
export function faultsBeforeSubmitting({ title, body }: { title: string; body: string }): Fault[] {
  const faults: Fault[] = [];
  if (length(title) < 3) faults.push({ path: "title", message: "too-short" });
  if (length(body) < 20) faults.push({ path: "body", message: "too-short" });
  return faults;
}

const publicEvents: readonly ProposalEventView["event"][] = [
  "published",
  "withdrawn",
  "taken",
  "answered",
  "corrected",
  "finished",
];
/** Written for everybody. */
const publicReasons: readonly ProposalEventView["event"][] = ["taken", "corrected", "finished"];

/** The history as this asker may read it: what passed between author and officer stays between them. */
export function shownHistory(events: readonly ProposalEventView[], { author, officer }: Asker): ProposalEventView[] {
  if (author || officer) return [...events];
  return events
    .filter(({ event }) => publicEvents.includes(event))
    .map((told) => (publicReasons.includes(told.event) ? told : { ...told, reason: null }));
}
