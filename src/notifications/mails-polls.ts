/** Mails to the members of a kern when a poll opens and when its outcome is known. */
import { membersOf } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { VotingFact } from "../voting/contract.ts";
import { pollForMail } from "../voting/index.ts";
import { pollClosed, pollOpened } from "./letters/polls.ts";
import { mailEach } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import type { Desk } from "./send-once.ts";

const follow = following<VotingFact>();

export function mailsAboutPolls(desk: Desk): MailReaction[] {
  const pages = (municipality: string, poll: string) => ({
    url: `${desk.publicUrl}${paths.poll(municipality, poll)}`,
    meUrl: `${desk.publicUrl}${paths.me(municipality)}`,
  });
  return [
    follow("mail-poll-opened", "poll-opened", ({ municipality, fact }) =>
      mailEach(desk, municipality, `poll-opened ${fact.poll}`, async (tx) => {
        const poll = await pollForMail(tx, fact.poll);
        if (poll?.state !== "open" || poll.closesAt <= desk.clock()) return undefined;
        return {
          kern: poll.kern,
          people: await membersOf(tx, poll.kern),
          letterFor: ({ language, name }) => pollOpened(language, { ...poll, name, ...pages(municipality, fact.poll) }),
        };
      }),
    ),
    follow("mail-poll-closed", "poll-closed", ({ municipality, fact }) =>
      mailEach(desk, municipality, `poll-closed ${fact.poll}`, async (tx) => {
        const poll = await pollForMail(tx, fact.poll);
        const outcome = poll?.outcome;
        if (!poll || !outcome) return undefined;
        return {
          kern: poll.kern,
          people: await membersOf(tx, poll.kern),
          letterFor: ({ language, name }) =>
            pollClosed(language, { ...poll, name, outcome: outcome[language], ...pages(municipality, fact.poll) }),
        };
      }),
    ),
  ];
}
