/** The week of one kern: what is new, what the municipality answered, what can be voted on, who meets, what was decided. */
import type { WeekForCard } from "../../../notifications/square.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { card, type Element, heading, literal, open, phoneNumber, press, say, tile, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { englishLine, words } from "./words.ts";
import { doorWords } from "./words-doors.ts";

/** Six kinds of tiles, and a card holds 25 KB at most, also when people write in signs that take four bytes. */
const mostProposals = 3;
const mostEach = 2;
const longestTitle = 90;
const longestPlace = 60;
const longestOutcome = 120;
/** What a screen reader hears of a tile. */
const named = (title: string): string => literal(title, 60);

interface WeekCardOptions {
  language: Language;
  links: Links;
  /** For a card that a whole channel reads in Dutch: with a line in English. */
  withEnglish?: boolean;
}

export function weekCard(week: WeekForCard, { language, links, withEnglish }: WeekCardOptions): Card {
  const [own, said] = [doorWords[language], words[language]];
  const name = literal(week.kernName, 80);
  const part = (title: string, tiles: Element[]) =>
    tiles.length > 0 ? [say(title, { isSubtle: true, spacing: "Large" }), ...tiles.slice(0, mostEach)] : [];
  const fresh =
    week.proposals.length === 0 ? own.noneThisWeek : `${own.newThisWeek(week.proposals.length)}${week.more ? "…" : ""}`;
  return card(
    language,
    `${own.thisWeek(name)}: ${[fresh, ...week.open.map(({ question }) => question)].join("; ")}`,
    [
      heading(own.thisWeek(name)),
      say(fresh, { isSubtle: true }),
      ...week.proposals
        .slice(0, mostProposals)
        .map(({ proposal, title, supportCount }) =>
          tile(links.proposal(proposal), named(title), [
            wrote(title, longestTitle, { weight: "Bolder", color: "Accent" }),
            say(said.support(supportCount), { size: "Small", isSubtle: true, spacing: "Small" }),
          ]),
        ),
      ...part(
        own.answers,
        week.answers.map(({ proposal, title, outcome }) =>
          tile(links.proposal(proposal), named(title), [
            wrote(title, longestTitle, { weight: "Bolder", color: "Accent" }),
            say(said.outcome[outcome], { spacing: "Small" }),
          ]),
        ),
      ),
      ...part(
        own.voteNow,
        week.open.map(({ poll, question, closesAt }) =>
          tile(links.poll(poll), named(question), [
            wrote(question, longestTitle, { weight: "Bolder", color: "Accent" }),
            say(said.pollClosesAt(closesAt), { size: "Small", spacing: "Small" }),
          ]),
        ),
      ),
      ...part(
        own.votesToCome,
        week.opening.map(({ poll, question, opensAt }) =>
          tile(links.poll(poll), named(question), [
            wrote(question, longestTitle, { weight: "Bolder", color: "Accent" }),
            say(own.opensAt(opensAt), { size: "Small", spacing: "Small" }),
          ]),
        ),
      ),
      ...part(
        own.meetingsThisWeek,
        week.meetings.map(({ meeting, title, startsAt, hall }) =>
          tile(links.meeting(meeting), named(title), [
            wrote(title, longestTitle, { weight: "Bolder", color: "Accent" }),
            say(own.startsAt(startsAt), { size: "Small", spacing: "Small" }),
            ...(hall === "" ? [] : [wrote(hall, longestPlace, { size: "Small", isSubtle: true, spacing: "None" })]),
          ]),
        ),
      ),
      ...part(
        own.results,
        week.closed.map(({ poll, question, outcome }) =>
          tile(links.poll(poll), named(question), [
            wrote(question, longestTitle, { weight: "Bolder", color: "Accent" }),
            wrote(outcome[language], longestOutcome, { spacing: "Small" }),
          ]),
        ),
      ),
      ...(withEnglish ? [say(englishLine.week, { size: "Small", isSubtle: true })] : []),
      say(said.ratherCall(literal(week.contact.name, 100), phoneNumber(week.contact.phone)), { isSubtle: true }),
    ],
    [
      open(own.toKern(name), links.kern(week.kern)),
      press(said.placeProposal, "new-proposal", { kern: week.kern }, links.newProposal(week.kern)),
    ],
  );
}

/** For who takes part in several kernen: at most six buttons. */
export function whichKernCard(
  kernen: readonly { kern: string; name: string }[],
  { language, links }: { language: Language; links: Links },
): Card {
  const own = doorWords[language];
  return card(
    language,
    own.whichKern,
    [heading(own.whichKern)],
    kernen.slice(0, 6).map(({ kern, name }) => press(literal(name, 80), "my-kern", { kern }, links.kern(kern))),
  );
}
