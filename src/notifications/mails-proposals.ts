/** Mails to the author when the officer has decided about her proposal. */
import { personContact } from "../members/index.ts";
import type { ProposalsFact } from "../proposals/contract.ts";
import { proposalForMail } from "../proposals/index.ts";
import { fingerprint } from "../shared/ids.ts";
import { paths } from "../shared/links.ts";
import type { Language } from "../shared/work.ts";
import type { Letter } from "./letter.ts";
import { type AboutProposal, proposalPublished, proposalRefused, proposalReturned } from "./letters/proposals.ts";
import { mailOnce } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import type { Desk } from "./send-once.ts";

const follow = following<ProposalsFact>();

export function mailsAboutProposals(desk: Desk): MailReaction[] {
  const toAuthor = (
    municipality: string,
    proposal: string,
    key: string,
    path: (municipality: string, proposal: string) => string,
    letterFor: (language: Language, about: AboutProposal) => Letter,
  ) =>
    mailOnce(desk, municipality, key, async (tx) => {
      const found = await proposalForMail(tx, proposal);
      const to = found && (await personContact(tx, found.author));
      if (!found || !to) return undefined;
      const url = `${desk.publicUrl}${path(municipality, proposal)}`;
      const letter = letterFor(to.language, { kernName: found.kernName, name: to.name, title: found.title, url });
      return { to, kern: found.kern, letter };
    });

  return [
    follow("mail-proposal-published", "proposal-published", ({ municipality, fact: { proposal } }) =>
      toAuthor(municipality, proposal, `proposal-published ${proposal}`, paths.proposal, proposalPublished),
    ),
    follow("mail-proposal-returned", "proposal-returned", ({ municipality, fact: { proposal, reason } }) =>
      toAuthor(
        municipality,
        proposal,
        `proposal-returned ${proposal} ${fingerprint(reason)}`,
        paths.editProposal,
        (language, about) => proposalReturned(language, { ...about, reason }),
      ),
    ),
    follow("mail-proposal-refused", "proposal-refused", ({ municipality, fact: { proposal, reason } }) =>
      toAuthor(municipality, proposal, `proposal-refused ${proposal}`, paths.proposal, (language, about) =>
        proposalRefused(language, { ...about, reason }),
      ),
    ),
  ];
}
