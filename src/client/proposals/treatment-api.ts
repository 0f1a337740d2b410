/** The officer's calls about a published proposal, apart from those that everybody's first page brings. */
import type { FormerAnswer } from "../../proposals/contract.ts";
import { call } from "../call.ts";

const step = (id: string, noun: string, body: object) =>
  call<unknown>("POST", `voorstellen/${encodeURIComponent(id)}/${noun}`, { body, keepalive: true });

export const treatmentApi = {
  take: (id: string, form: { handledBy: string; answerDue: string | null }) => step(id, "behandelingen", form),
  answer: (id: string, form: FormerAnswer) => step(id, "antwoorden", form),
  correct: (id: string, form: FormerAnswer & { reason: string }) => step(id, "antwoordverbeteringen", form),
  finish: (id: string, text: string) => step(id, "afrondingen", { text }),
};
