import { type BegunText, noText, paths } from "../../../shared/links.ts";

/** Addresses on cards: the public address and a path of shared/links.ts. */
export interface Links {
  join(kern: string | null): string;
  signIn(): string;
  proposals(kern: string): string;
  /** `begun`: what the form starts with. Of a long text only the beginning: an address has an end. */
  newProposal(kern: string, begun?: BegunText): string;
  polls(kern: string): string;
  proposal(proposal: string): string;
  poll(poll: string): string;
  agenda(kern: string): string;
  meeting(meeting: string): string;
  booth(poll: string): string;
  /** The booth as Teams may frame it. */
  boothInTeams(poll: string): string;
  kern(kern: string): string;
  /** The municipality's own front page. */
  home(): string;
  desk(): string;
}

/** For title and text together: a card may hold six such addresses. */
const longestInAddress = 1000;

/** As much of the text as fits once it stands in an address, the title first; never half a sign. */
function asFitsInAddress({ title, body }: BegunText): BegunText {
  let left = longestInAddress;
  const fitting = (text: string) => {
    let kept = "";
    for (const sign of text.slice(0, longestInAddress).toWellFormed()) {
      left -= new URLSearchParams([["", sign]]).toString().length - 1;
      if (left < 0) break;
      kept += sign;
    }
    return kept;
  };
  return { title: fitting(title), body: fitting(body) };
}

export function linksOf(publicUrl: string, municipality: string): Links {
  const at = (path: string) => `${publicUrl.replace(/\/+$/, "")}${path}`;
  return {
    join: (kern) => at(kern === null ? paths.join() : paths.join(municipality, kern)),
    signIn: () => at(paths.signIn()),
    proposals: (kern) => at(paths.proposals(municipality, kern)),
    newProposal: (kern, begun = noText) => at(paths.newProposal(municipality, kern, asFitsInAddress(begun))),
    polls: (kern) => at(paths.polls(municipality, kern)),
    proposal: (proposal) => at(paths.proposal(municipality, proposal)),
    poll: (poll) => at(paths.poll(municipality, poll)),
    agenda: (kern) => at(paths.meetings(municipality, kern)),
    meeting: (meeting) => at(paths.meeting(municipality, meeting)),
    booth: (poll) => at(paths.booth(municipality, poll)),
    boothInTeams: (poll) => at(paths.tab(paths.booth(municipality, poll))),
    kern: (kern) => at(paths.kern(municipality, kern)),
    home: () => at(`/${encodeURIComponent(municipality)}`),
    desk: () => at(paths.desk(municipality)),
  };
}
