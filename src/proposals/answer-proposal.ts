import { action } from "../shared/work.ts";
import { answerProposalInput, type ProposalView } from "./contract.ts";
import { treat } from "./treat.ts";
import { isAnswered } from "./treatment-rules.ts";

/**
 * The municipality's public answer to a published proposal: whether it does it, why, and which function or department says so. Once;
 * correct-answer.ts puts it right. It closes the support; the discussion stays open. The author and everybody who backs it get a mail.
 */
export const answerProposal = action({
  name: "proposals.answer-proposal",
  kind: "change",
  input: answerProposalInput,
  run: (work, { proposal, outcome, text, signedBy }): Promise<ProposalView> =>
    treat(work, {
      deed: "answer",
      proposal,
      change: { treatment: "answered", answer: text, outcome, signedBy },
      event: { event: "answered" },
      isRepeat: (found) => isAnswered(found) && found.outcome === outcome && found.answer === text && found.signedBy === signedBy,
      fact: ({ kern }) => ({ fact: "proposal-answered", proposal, kern }),
    }),
});
