/** Mails about what becomes of a proposal: to its author at every step, to who backs it when it is answered and when it is done. */
import { personContact, takingPart } from "../members/index.ts";
import type { ProposalsFact } from "../proposals/contract.ts";
import {
  correctionReason,
  lastTaken,
  type ProposalAnswer,
  type ProposalForMail,
  proposalForMail,
  supportersOf,
} from "../proposals/index.ts";
import { paths } from "../shared/links.ts";
import type { Language } from "../shared/work.ts";
import type { ChatDesk } from "./chat-first.ts";
import type { Letter } from "./letter.ts";
import { type AboutBacked, proposalAnswered, proposalCorrected, proposalFinished, proposalTaken } from "./letters/answers.ts";
import { type AboutProposal, proposalPublished, proposalRefused, proposalReturned } from "./letters/proposals.ts";
import { mailEach, mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";

const follow = following<ProposalsFact>();

export function mailsAboutProposals(desk: ChatDesk): MailReaction[] {
  const toAuthor = (
    municipality: string,
    proposal: string,
    key: string,
    path: (municipality: string, proposal: string) => string,
    letterFor: (language: Language, about: AboutProposal, found: ProposalForMail) => Letter | undefined,
  ) =>
    mailOnce(desk, municipality, key, async (tx) => {
      const found = await proposalForMail(tx, proposal);
      const to = found && (await personContact(tx, found.author));
      if (!found || !to) return undefined;
      const url = `${desk.publicUrl}${path(municipality, proposal)}`;
      const letter = letterFor(to.language, { kernName: found.kernName, name: to.name, title: found.title, url }, found);
      return letter && { to, kern: found.kern, letter };
    });

  /** To its author, always; and to who backs it and still takes part somewhere: a mail to who left would be unasked. */
  const toAllBehind = (
    municipality: string,
    proposal: string,
    key: string,
    letterFor: (language: Language, about: AboutBacked, found: ProposalForMail & { answer: ProposalAnswer }) => Letter,
    { backers: withBackers }: { backers: boolean } = { backers: true },
  ) =>
    mailEach(desk, municipality, key, async (tx) => {
      const found = await proposalForMail(tx, proposal);
      if (!found?.answer) return undefined;
      const { author, kern, kernName, title, answer } = found;
      const writer = await personContact(tx, author);
      const backers = withBackers ? await takingPart(tx, await supportersOf(tx, proposal)) : [];
      const url = `${desk.publicUrl}${paths.proposal(municipality, proposal)}`;
      return {
        kern,
        mail: "answers",
        always: [author],
        people: [...(writer ? [writer] : []), ...backers.filter(({ person }) => person !== author)],
        letterFor: ({ language, name, person }) =>
          letterFor(language, { kernName, name, title, url, own: person === author }, { ...found, answer }),
      };
    });

  return [
    follow("mail-proposal-published", "proposal-published", ({ municipality, fact: { proposal } }) =>
      toAuthor(municipality, proposal, `proposal-published ${proposal}`, paths.proposal, proposalPublished),
    ),
    follow("mail-proposal-returned", "proposal-returned", ({ municipality, fact: { proposal, reason, turn } }) =>
      toAuthor(municipality, proposal, `proposal-returned ${proposal} ${turn}`, paths.editProposal, (language, about) =>
        proposalReturned(language, { ...about, reason }),
      ),
    ),
    follow("mail-proposal-refused", "proposal-refused", ({ municipality, fact: { proposal, reason } }) =>
      toAuthor(municipality, proposal, `proposal-refused ${proposal}`, paths.proposal, (language, about) =>
        proposalRefused(language, { ...about, reason }),
      ),
    ),
    // Each time a day is promised, the same one again too; only the last of them, should several wait.
    follow("mail-proposal-taken", "proposal-taken", async ({ municipality, fact: { proposal, turn } }) => {
      if (turn < (await desk.inMunicipality(municipality, (tx) => lastTaken(tx, proposal)))) return;
      await toAuthor(
        municipality,
        proposal,
        `proposal-taken ${proposal} ${turn}`,
        paths.proposal,
        (language, about, { handledBy, answerDue, answer }) =>
          handledBy !== null && answer === null ? proposalTaken(language, { ...about, handledBy, answerDue }) : undefined,
      );
    }),
    follow("mail-proposal-answered", "proposal-answered", ({ municipality, fact: { proposal } }) =>
      toAllBehind(municipality, proposal, `proposal-answered ${proposal}`, (language, about, { answer }) =>
        proposalAnswered(language, about, answer),
      ),
    ),
    follow("mail-proposal-corrected", "proposal-corrected", async ({ municipality, fact: { proposal, turn, otherOutcome } }) => {
      const reason = await desk.inMunicipality(municipality, (tx) => correctionReason(tx, proposal, turn));
      if (reason === undefined) return;
      await toAllBehind(
        municipality,
        proposal,
        `proposal-corrected ${proposal} ${turn}`,
        (language, about, { answer }) => proposalCorrected(language, about, { answer, reason, otherOutcome }),
        { backers: otherOutcome },
      );
    }),
    follow("mail-proposal-finished", "proposal-finished", ({ municipality, fact: { proposal } }) =>
      toAllBehind(municipality, proposal, `proposal-finished ${proposal}`, (language, about, { finish }) =>
        proposalFinished(language, { ...about, finish: finish ?? "" }),
      ),
    ),
  ];
}
