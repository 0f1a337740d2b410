/** The week of one kern: what is new, what can be voted on, what was decided. */
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { card, heading, literal, open, press, say, tile, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { words } from "./words.ts";
import { doorWords } from "./words-doors.ts";

export interface WeekOfKern {
  kern: string;
  name: string;
  /** Published in the last seven days, newest first; `more` when there were more of them. */
  proposals: readonly { proposal: string; title: string; supportCount: number }[];
  more: boolean;
  open: readonly { poll: string; question: string; closesAt: Date }[];
  /** Counted in the last seven days. */
  closed: readonly { poll: string; question: string; outcome: string }[];
  contact: { name: string; phone: string };
}

const mostEach = 4;

export function weekCard(week: WeekOfKern, { language, links }: { language: Language; links: Links }): Card {
  const [own, said] = [doorWords[language], words[language]];
  const name = literal(week.name, 80);
  const fresh =
    week.proposals.length === 0 ? own.noneThisWeek : `${own.newThisWeek(week.proposals.length)}${week.more ? "…" : ""}`;
  return card(
    language,
    `${own.thisWeek(name)}: ${[fresh, ...week.open.map(({ question }) => question)].join("; ")}`,
    [
      heading(own.thisWeek(name)),
      say(fresh, { isSubtle: true }),
      ...week.proposals
        .slice(0, mostEach)
        .map(({ proposal, title, supportCount }) =>
          tile(links.proposal(proposal), title, [
            wrote(title, 140, { weight: "Bolder", color: "Accent" }),
            say(said.support(supportCount), { size: "Small", isSubtle: true, spacing: "Small" }),
          ]),
        ),
      ...(week.open.length > 0 ? [say(own.voteNow, { isSubtle: true, spacing: "Large" })] : []),
      ...week.open
        .slice(0, mostEach)
        .map(({ poll, question, closesAt }) =>
          tile(links.poll(poll), question, [
            wrote(question, 200, { weight: "Bolder", color: "Accent" }),
            say(said.pollClosesAt(closesAt), { size: "Small", spacing: "Small" }),
          ]),
        ),
      ...(week.closed.length > 0 ? [say(own.results, { isSubtle: true, spacing: "Large" })] : []),
      ...week.closed
        .slice(0, mostEach)
        .map(({ poll, question, outcome }) =>
          tile(links.poll(poll), question, [
            wrote(question, 200, { weight: "Bolder" }),
            wrote(outcome, 300, { spacing: "Small" }),
          ]),
        ),
      say(said.ratherCall(literal(week.contact.name, 100), literal(week.contact.phone, 30)), { isSubtle: true }),
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
