/** Mails to the members of a kern when a poll opens and when its outcome is known; to its officers when it cannot be counted yet. */
import { contactOf } from "../kernen/index.ts";
import { membersOf, officersOf, personContact } from "../members/index.ts";
import { paths } from "../shared/links.ts";
import type { Event } from "../shared/reaction.ts";
import { hours } from "../shared/time.ts";
import type { Tx } from "../shared/work.ts";
import type { VotingFact } from "../voting/contract.ts";
import { helpedVoters, logFollowers, logHead, pollForMail } from "../voting/index.ts";
import type { ChatDesk } from "./chat-first.ts";
import type { NotificationsFact } from "./contract.ts";
import {
  logHeadSigned,
  paperAwaited,
  pollClosed,
  pollExtended,
  pollOpened,
  pollOpenedInChat,
  votedWithHelp,
} from "./letters/polls.ts";
import { mailEach } from "./mail-once.ts";
import { following, type MailReaction } from "./mail-reaction.ts";
import { removeStopped } from "./mail-setting-store.ts";

const follow = following<VotingFact>();
type Members = Awaited<ReturnType<typeof membersOf>>;
const followChat = following<NotificationsFact>();

/** Heads are told at most once an hour: a newer one takes the place of one that still waits. The last is told at once. */
const tellHeadsEveryMs = hours(1);

type HeadSigned = Extract<VotingFact, { fact: "log-head-signed" }>;

/** When and under which key a head is told; `to` names the job. */
export function headTelling(to: string, clock: () => Date) {
  const hour = () => Math.floor(clock().getTime() / tellHeadsEveryMs) + 1;
  const told = (fact: unknown) => fact as HeadSigned;
  return {
    due: (fact: unknown) => (told(fact).last ? undefined : new Date(hour() * tellHeadsEveryMs)),
    key: ({ municipality, fact }: Event) => `${to} ${municipality} ${told(fact).poll} ${told(fact).last ? "last" : hour()}`,
  };
}

export function mailsAboutPolls(desk: ChatDesk): MailReaction[] {
  const urlOf = (municipality: string, poll: string) => `${desk.publicUrl}${paths.poll(municipality, poll)}`;
  /** `choose`: which of the members this job tells. */
  const tellPollOpened = (
    municipality: string,
    id: string,
    letter: typeof pollOpened,
    choose: (tx: Tx, members: Members) => Members | Promise<Members>,
  ) =>
    mailEach(desk, municipality, `poll-opened ${id}`, async (tx) => {
      const poll = await pollForMail(tx, id);
      if (poll?.state !== "open" || poll.closesAt <= desk.clock()) return undefined;
      return {
        kern: poll.kern,
        mail: "polls",
        people: await choose(tx, await membersOf(tx, poll.kern)),
        letterFor: ({ language, name }) => letter(language, { ...poll, name, url: urlOf(municipality, id) }),
      };
    });

  return [
    // Who has the bot in a chat is left to a job that may wait for Teams, so that nobody's mail does.
    follow("mail-poll-opened", "poll-opened", ({ municipality, fact: { poll } }) =>
      tellPollOpened(municipality, poll, pollOpened, async (tx, members) => {
        const oids = members.flatMap(({ oid }) => oid ?? []);
        const reached = await desk.chat.reachesAmong(tx, municipality, oids);
        const isReached = ({ oid }: Members[number]) => oid !== null && reached.has(oid);
        const inChat = members.filter(isReached).map(({ person }) => person);
        const leave = { fact: "poll-for-chat", poll, people: inChat } satisfies NotificationsFact;
        if (inChat.length > 0) await desk.queueReactions(tx, municipality, [leave]);
        return members.filter((member) => !isReached(member));
      }),
    ),
    {
      ...followChat("tell-poll-in-chat", "poll-for-chat", ({ municipality, fact: { poll, people } }) =>
        tellPollOpened(municipality, poll, pollOpenedInChat, (_tx, members) => {
          const meant = new Set(people);
          return members.filter(({ person }) => meant.has(person));
        }),
      ),
      lane: "posting",
    },
    follow("mail-poll-extended", "poll-extended", ({ municipality, fact }) =>
      mailEach(desk, municipality, `poll-extended ${fact.poll} ${fact.closesAt}`, async (tx) => {
        const poll = await pollForMail(tx, fact.poll);
        const { closesAt, reason } = fact;
        if (poll?.state !== "open" || poll.closesAt.toISOString() !== closesAt) return undefined;
        return {
          kern: poll.kern,
          mail: "polls",
          people: await membersOf(tx, poll.kern),
          letterFor: ({ language, name }) =>
            pollExtended(language, { ...poll, name, reason, url: urlOf(municipality, fact.poll) }),
        };
      }),
    ),
    {
      ...follow("mail-log-head", "log-head-signed", ({ municipality, fact }) =>
        mailEach(desk, municipality, `log-head ${fact.poll} ${fact.batch}`, async (tx) => {
          const [poll, head] = [await pollForMail(tx, fact.poll), await logHead(tx, fact.poll, fact.batch)];
          if (!poll || !head) return undefined;
          const people = [];
          for (const person of await logFollowers(tx, fact.poll)) people.push((await personContact(tx, person)) ?? []);
          const { line } = head;
          const { last } = fact;
          return {
            kern: poll.kern,
            mail: "log-heads",
            people: people.flat(),
            letterFor: ({ language, name }) =>
              logHeadSigned(language, { ...poll, name, line, last, url: urlOf(municipality, fact.poll) }),
          };
        }),
      ),
      ...headTelling("mail log", desk.clock),
    },
    // Who asks for the heads of one poll wants them again, whatever she stopped before.
    follow("want-log-heads", "log-followed", ({ municipality, fact }) =>
      desk.inMunicipality(municipality, (tx) => removeStopped(tx, fact.person, "log-heads")),
    ),
    follow("mail-officers-of-paper", "poll-awaits-paper", ({ municipality, fact }) =>
      mailEach(desk, municipality, `poll-awaits-paper ${fact.poll}`, async (tx) => {
        const poll = await pollForMail(tx, fact.poll);
        if (!poll || poll.outcome) return undefined;
        const url = `${desk.publicUrl}${paths.deskPaper(municipality, fact.poll)}`;
        return {
          kern: poll.kern,
          mail: null,
          people: await officersOf(tx, poll.kern),
          letterFor: ({ language, name }) => paperAwaited(language, { ...poll, name, url }),
        };
      }),
    ),
    // Not before the count: a mail at the moment of helping would tell when she voted. Until then her own page says it.
    follow("mail-helped-voters", "poll-closed", ({ municipality, fact }) =>
      mailEach(desk, municipality, `poll-helped ${fact.poll}`, async (tx) => {
        const poll = await pollForMail(tx, fact.poll);
        if (!poll) return undefined;
        const people = [];
        for (const person of await helpedVoters(tx, fact.poll)) people.push((await personContact(tx, person)) ?? []);
        const contact = await contactOf(tx, poll.kern);
        return {
          kern: poll.kern,
          mail: null,
          people: people.flat(),
          letterFor: ({ language, name }) =>
            votedWithHelp(language, { ...poll, name, contact, url: urlOf(municipality, fact.poll) }),
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
          mail: "results",
          people: await membersOf(tx, poll.kern),
          letterFor: ({ language, name }) =>
            pollClosed(language, { ...poll, name, outcome: outcome[language], url: urlOf(municipality, fact.poll) }),
        };
      }),
    ),
  ];
}
