/** Answers to "voorstellen", "stemmingen" and "nieuw voorstel". */
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { card, heading, literal, open, say, tile, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { words } from "./words.ts";

/** Where a list is about: one kern, or several together (`kern` null) under one name. */
export interface About {
  kern: string | null;
  name: string;
}

export interface ProposalInList {
  proposal: string;
  title: string;
  kernName: string;
  supportCount: number;
  commentCount: number;
}

export interface PollInList {
  poll: string;
  question: string;
  kernName: string;
  closesAt: Date;
  /** Only in a chat with one person. */
  hasVoted: boolean;
}

export interface ListOptions {
  language: Language;
  links: Links;
  about: About;
}

/** `newest` and `mostSupported` should not overlap. At most eight in all are shown. */
export function proposalsCard(
  { newest, mostSupported }: { newest: ProposalInList[]; mostSupported: ProposalInList[] },
  { language, links, about }: ListOptions,
): Card {
  const own = words[language];
  const name = literal(about.name, 80);
  const tiles = (proposals: ProposalInList[], most: number) =>
    proposals
      .slice(0, most)
      .map(({ proposal, title, kernName, supportCount, commentCount }) =>
        tile(links.proposal(proposal), title, [
          wrote(title, 140, { weight: "Bolder", color: "Accent" }),
          say(
            [...(about.kern === null ? [literal(kernName, 80)] : []), own.support(supportCount), own.comments(commentCount)].join(
              " · ",
            ),
            { size: "Small", isSubtle: true, spacing: "Small" },
          ),
        ]),
      );
  const none = newest.length + mostSupported.length === 0;
  return card(
    language,
    none ? own.noProposals(name) : `${own.proposalsIn(name)}: ${newest.map(({ title }) => title).join("; ")}`,
    [
      heading(own.proposalsIn(name)),
      ...(none ? [say(own.noProposals(name))] : []),
      ...(newest.length > 0 ? [say(own.newest, { isSubtle: true }), ...tiles(newest, 5)] : []),
      ...(mostSupported.length > 0
        ? [say(own.mostSupported, { isSubtle: true, spacing: "Large" }), ...tiles(mostSupported, 3)]
        : []),
    ],
    about.kern === null
      ? []
      : [open(own.allProposals, links.proposals(about.kern)), open(own.placeProposal, links.newProposal(about.kern))],
  );
}

/** Open polls, at most eight, the one that closes first on top. */
export function pollsCard(polls: PollInList[], { language, links, about }: ListOptions): Card {
  const own = words[language];
  const name = literal(about.name, 80);
  const shown = polls.toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime()).slice(0, 8);
  return card(
    language,
    shown.length === 0 ? own.noPolls(name) : `${own.pollsIn(name)}: ${shown.map(({ question }) => question).join("; ")}`,
    [
      heading(own.pollsIn(name)),
      ...(shown.length === 0 ? [say(own.noPolls(name))] : []),
      ...shown.map(({ poll, question, kernName, closesAt, hasVoted }) =>
        tile(links.poll(poll), question, [
          wrote(question, 200, { weight: "Bolder", color: "Accent" }),
          say([...(about.kern === null ? [literal(kernName, 80)] : []), own.pollClosesAt(closesAt)].join(" · "), {
            size: "Small",
            spacing: "Small",
          }),
          ...(hasVoted ? [say(`✓ ${own.youVoted}`, { size: "Small", isSubtle: true, spacing: "None" })] : []),
        ]),
      ),
    ],
    about.kern === null ? [] : [open(own.allPolls, links.polls(about.kern))],
  );
}

/** The way to the form; a button per kern (at most five) for who takes part in several. */
export function newProposalCard(
  kernen: { kern: string; name: string }[],
  { language, links }: { language: Language; links: Links },
): Card {
  const own = words[language];
  const shown = kernen.slice(0, 5).map(({ kern, name }) => ({ kern, name: literal(name, 80) }));
  const title = own.writeProposal(shown.map(({ name }) => name).join(", "));
  return card(
    language,
    `${title}. ${own.writeProposalHow}`,
    [heading(title), say(own.writeProposalHow), say(own.writeProposalNext)],
    shown.map(({ kern, name }) =>
      open(shown.length === 1 ? own.placeProposal : `${own.placeProposal} · ${name}`, links.newProposal(kern)),
    ),
  );
}
