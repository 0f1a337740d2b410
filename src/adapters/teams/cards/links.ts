import { paths } from "../../../shared/links.ts";

/** Addresses on cards: the public address and a path of shared/links.ts. */
export interface Links {
  join(kern: string | null): string;
  signIn(): string;
  proposals(kern: string): string;
  newProposal(kern: string): string;
  polls(kern: string): string;
  proposal(proposal: string): string;
  poll(poll: string): string;
  booth(poll: string): string;
  desk(): string;
}

export function linksOf(publicUrl: string, municipality: string): Links {
  const at = (path: string) => `${publicUrl.replace(/\/+$/, "")}${path}`;
  return {
    join: (kern) => at(kern === null ? paths.join() : paths.join(municipality, kern)),
    signIn: () => at(paths.signIn()),
    proposals: (kern) => at(paths.proposals(municipality, kern)),
    newProposal: (kern) => at(paths.newProposal(municipality, kern)),
    polls: (kern) => at(paths.polls(municipality, kern)),
    proposal: (proposal) => at(paths.proposal(municipality, proposal)),
    poll: (poll) => at(paths.poll(municipality, poll)),
    booth: (poll) => at(paths.booth(municipality, poll)),
    desk: () => at(paths.desk(municipality)),
  };
}
