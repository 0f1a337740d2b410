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
  booth(poll: string): string;
  kern(kern: string): string;
  /** The municipality's own front page. */
  home(): string;
  desk(): string;
}

const longestInAddress = 1800;

/** At most so many characters once it stands in an address; never half a sign. */
function asFitsInAddress(text: string): string {
  let [kept, length] = ["", 0];
  for (const sign of text.toWellFormed()) {
    length += encodeURIComponent(sign).length;
    if (length > longestInAddress) break;
    kept += sign;
  }
  return kept;
}

export function linksOf(publicUrl: string, municipality: string): Links {
  const at = (path: string) => `${publicUrl.replace(/\/+$/, "")}${path}`;
  return {
    join: (kern) => at(kern === null ? paths.join() : paths.join(municipality, kern)),
    signIn: () => at(paths.signIn()),
    proposals: (kern) => at(paths.proposals(municipality, kern)),
    newProposal: (kern, { title, body } = noText) =>
      at(paths.newProposal(municipality, kern, { title: asFitsInAddress(title), body: asFitsInAddress(body) })),
    polls: (kern) => at(paths.polls(municipality, kern)),
    proposal: (proposal) => at(paths.proposal(municipality, proposal)),
    poll: (poll) => at(paths.poll(municipality, poll)),
    booth: (poll) => at(paths.booth(municipality, poll)),
    kern: (kern) => at(paths.kern(municipality, kern)),
    home: () => at(`/${encodeURIComponent(municipality)}`),
    desk: () => at(paths.desk(municipality)),
  };
}
