/** The cards of a poll: that it is open, and how it ended. Never who voted, and no count before the closing time. */
import type { LogHeadForCard, PollForCard } from "../../../notifications/square.ts";
import { days, hours } from "../../../shared/time.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { band, card, literal, open, openInDialog, say, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { englishLine, words } from "./words.ts";

export interface PollCardOptions {
  language: Language;
  links: Links;
  /** For a card that a whole channel reads in Dutch: with a line in English. */
  withEnglish?: boolean;
  /** The bot posted the card itself, so that the booth can open in a dialog over the channel. */
  inDialog?: boolean;
  /** On the last day the card says so. */
  now?: Date;
}

/** The invitation to vote; once the poll is closed this same card says so. */
export function pollCard(poll: PollForCard, options: PollCardOptions): Card {
  return poll.state === "closed" ? outcomeCard(poll, options) : invitation(poll, options);
}

function invitation(poll: PollForCard, { language, links, withEnglish, inDialog, now }: PollCardOptions): Card {
  const own = words[language];
  const vote = inDialog ? openInDialog(own.vote, { verb: "vote", poll: poll.poll }) : open(own.vote, links.booth(poll.poll));
  const lastDay = now !== undefined && poll.closesAt.getTime() - now.getTime() <= days(1) + hours(1);
  const kind = lastDay ? own.pollLastDay : own.poll;
  const until = lastDay ? own.oneDayLeft(poll.closesAt) : own.pollOpenUntil(poll.closesAt);
  return card(
    language,
    `${poll.kernName}, ${kind}: ${poll.question} ${until}`,
    [
      band(`${literal(poll.kernName, 80)} · ${kind}`),
      wrote(poll.question, 200, { size: "Large", weight: "Bolder" }),
      say(until, { weight: "Bolder" }),
      say(own.secrecy[poll.level], { isSubtle: true, spacing: "Small" }),
      ...(poll.frozenHash === null ? [] : [say(own.frozen(poll.frozenHash), { size: "Small", isSubtle: true })]),
      ...(withEnglish ? [say(englishLine.poll(poll.closesAt), { size: "Small", isSubtle: true })] : []),
    ],
    [{ ...vote, style: "positive" }, open(own.readMore, links.poll(poll.poll))],
  );
}

/** A new fingerprint of all votes so far. It says nothing of what was chosen; kept by many, it makes any later change show. */
export function logHeadCard(
  poll: PollForCard,
  { line, last }: LogHeadForCard,
  { language, links, withEnglish }: PollCardOptions,
): Card {
  const own = words[language];
  const title = last ? own.lastHead : own.newHead;
  return card(
    language,
    `${poll.kernName}, ${title}: ${poll.question} ${line}`,
    [
      band(`${literal(poll.kernName, 80)} · ${title}`),
      wrote(poll.question, 200, { weight: "Bolder" }),
      say(own.headMeans, { isSubtle: true }),
      say(line, { size: "Small" }),
      ...(withEnglish ? [say(englishLine.head, { size: "Small", isSubtle: true })] : []),
    ],
    [open(own.readMore, links.poll(poll.poll))],
  );
}

/** The outcome in one sentence, or that it is being counted. */
export function outcomeCard(poll: PollForCard, { language, links, withEnglish }: PollCardOptions): Card {
  const own = words[language];
  const outcome = poll.outcome?.[language] ?? own.beingCounted;
  const inEnglish = poll.outcome?.en ?? englishLine.beingCounted;
  return card(
    language,
    `${poll.kernName}, ${own.pollClosed}: ${poll.question} ${outcome}`,
    [
      band(`${literal(poll.kernName, 80)} · ${own.pollClosed}`),
      wrote(poll.question, 200, { size: "Large", weight: "Bolder" }),
      // An outcome names the options, and those are somebody's own words.
      wrote(outcome, 600, { weight: "Bolder" }),
      ...(withEnglish ? [wrote(inEnglish, 600, { size: "Small", isSubtle: true })] : []),
    ],
    [open(own.seeOutcome, links.poll(poll.poll))],
  );
}
