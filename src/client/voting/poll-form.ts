import type { PollForm } from "../api.ts";
import type { FormFault } from "../form-faults.ts";
import { instantOf } from "./amsterdam-time.ts";

/** What the officer filled in, as it stands in the fields. Times are Dutch local times ("2026-12-01T20:00"). */
export interface PollFields {
  question: string;
  explanation: string;
  kind: "for-against-abstain" | "own-options";
  options: string[];
  atOnce: boolean;
  opensAt: string;
  closesAt: string;
}

export const pollFields = ["kern", "question", "explanation", "kind", "options", "opensAt", "closesAt"];

type Sentences = Record<"question" | "two" | "differ" | "time" | "order" | "past", string>;

const filled = (options: string[]): string[] => options.map((option) => option.trim()).filter((option) => option !== "");

/** What still lacks, each as a sentence. `now` in milliseconds since 1970. */
export function faultsOfPoll(fields: PollFields, now: number, say: Sentences): FormFault[] {
  const faults: FormFault[] = [];
  if (fields.question.trim().length < 5) faults.push({ field: "question", sentence: say.question });
  if (fields.kind === "own-options") {
    const options = filled(fields.options);
    const different = new Set(options.map((option) => option.toLowerCase()));
    if (options.length < 2) faults.push({ field: "options", sentence: say.two });
    else if (different.size < options.length) faults.push({ field: "options", sentence: say.differ });
  }
  const opens = fields.atOnce ? now : Date.parse(instantOf(fields.opensAt) ?? "");
  const closes = Date.parse(instantOf(fields.closesAt) ?? "");
  if (Number.isNaN(opens)) faults.push({ field: "opensAt", sentence: say.time });
  if (Number.isNaN(closes)) faults.push({ field: "closesAt", sentence: say.time });
  else if (closes <= now) faults.push({ field: "closesAt", sentence: say.past });
  else if (closes <= opens) faults.push({ field: "closesAt", sentence: say.order });
  return faults;
}

/** The fields as they are sent. */
export function pollFormOf(fields: PollFields, proposal: string | undefined, now: number): PollForm {
  return {
    ...(proposal && { proposal }),
    question: fields.question.trim(),
    explanation: fields.explanation.trim(),
    form: { kind: fields.kind === "own-options" ? "single" : "for-against-abstain" },
    options: fields.kind === "own-options" ? filled(fields.options).map((label) => ({ label })) : [],
    opensAt: fields.atOnce ? new Date(now).toISOString() : (instantOf(fields.opensAt) ?? ""),
    closesAt: instantOf(fields.closesAt) ?? "",
  };
}
