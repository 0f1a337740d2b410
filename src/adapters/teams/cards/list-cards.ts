/** Answers to "voorstellen", "stemmingen" and "nieuw voorstel". */
import { type BegunText, noText } from "../../../shared/links.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { card, heading, literal, open, press, say, tile, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { words } from "./words.ts";
import { doorWords } from "./words-doors.ts";

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
  /** The words that were looked for; empty when none were. */
  sought?: string;
}

/** `newest` and `mostSupported` should not overlap. At most eight in all are shown. */
export function proposalsCard(
  { newest, mostSupported }: { newest: ProposalInList[]; mostSupported: ProposalInList[] },
  { language, links, about, sought = "" }: ListOptions,
): Card {
  const own = words[language];
  const name = literal(about.name, 80);
  const looked = literal(sought, 60);
  const title = sought === "" ? own.proposalsIn(name) : doorWords[language].proposalsAbout(looked);
  const empty = sought === "" ? own.noProposals(name) : doorWords[language].nothingFound(looked);
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
    none ? empty : `${title}: ${newest.map((one) => one.title).join("; ")}`,
    [
      sought === "" ? heading(title) : wrote(title, 160, { size: "Large", weight: "Bolder" }),
      ...(none ? [wrote(empty, 160)] : []),
      ...(newest.length > 0 && sought === "" ? [say(own.newest, { isSubtle: true })] : []),
      ...tiles(newest, 5),
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
export function pollsCard(polls: PollInList[], { language, links, about, sought = "" }: ListOptions): Card {
  const own = words[language];
  const name = literal(about.name, 80);
  const looked = literal(sought, 60);
  const title = sought === "" ? own.pollsIn(name) : doorWords[language].pollsAbout(looked);
  const empty = sought === "" ? own.noPolls(name) : doorWords[language].nothingFound(looked);
  const shown = polls.toSorted((a, b) => a.closesAt.getTime() - b.closesAt.getTime()).slice(0, 8);
  return card(
    language,
    shown.length === 0 ? empty : `${title}: ${shown.map(({ question }) => question).join("; ")}`,
    [
      sought === "" ? heading(title) : wrote(title, 160, { size: "Large", weight: "Bolder" }),
      ...(shown.length === 0 ? [wrote(empty, 160)] : []),
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

/**
 * The way to the form, with what was said already (`begun`): on the page, or in the card. A button per kern (at most five) for who takes
 * part in several.
 */
export function newProposalCard(
  kernen: readonly { kern: string; name: string }[],
  { language, links, begun = noText }: { language: Language; links: Links; begun?: BegunText },
): Card {
  const own = words[language];
  const shown = kernen.slice(0, 5).map(({ kern, name }) => ({ kern, name: literal(name, 80) }));
  const [only] = shown;
  const title = own.writeProposal(shown.map(({ name }) => name).join(", "));
  const said = begun.title || begun.body;
  const pages = shown.map(({ kern, name }) =>
    open(shown.length === 1 ? own.placeProposal : own.forKern(name), links.newProposal(kern, begun)),
  );
  const page = only ? links.newProposal(only.kern, begun) : links.home();
  return card(
    language,
    `${title}. ${own.writeProposalHow}`,
    [
      heading(title),
      ...(said === "" ? [] : [wrote(said, 200, { weight: "Bolder" })]),
      say(own.writeProposalHow),
      say(own.writeProposalNext),
    ],
    [
      ...pages,
      press(doorWords[language].writeHere, "new-proposal", { title: begun.title, body: begun.body.slice(0, 1000) }, page),
    ],
  );
}
