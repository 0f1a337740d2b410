import type { DemoComment, DemoMember, DemoProposal } from "./demo-content.ts";
import { demoKernen } from "./kernen.ts";
import { demoMembers } from "./people.ts";

/**
 * Who supports a published proposal: as many member keys as its `supportersCount`, never the author. People of the kern itself come
 * first (each proposal starts elsewhere in the kern, so that not always the same few sign), then the kernen next door, then the rest.
 * In order of joining, the earliest member first. Empty for a proposal that is not published.
 */
export function supportersOf(proposal: DemoProposal): string[] {
  if (proposal.state !== "published") return [];
  const own = turned(membersOf(proposal.kern), startOf(proposal.key));
  const nextDoor = neighboursOf(proposal.kern).flatMap((kern) => turned(membersOf(kern), startOf(proposal.key)));
  const rest = demoMembers.filter(({ kern }) => kern !== proposal.kern && !neighboursOf(proposal.kern).includes(kern));
  return [...own, ...nextDoor, ...rest]
    .filter(({ key }) => key !== proposal.authorKey)
    .slice(0, proposal.supportersCount)
    .sort((one, other) => other.joinedDaysAgo - one.joinedDaysAgo)
    .map(({ key }) => key);
}

/** Who agrees with a comment: as many members of the same kern as its `agreedByCount`, never its writer. */
export function agreeingWith(comment: DemoComment): string[] {
  const writer = demoMembers.find(({ key }) => key === comment.authorKey);
  const kern = membersOf(writer?.kern ?? "");
  return turned(kern, startOf(comment.text))
    .filter(({ key }) => key !== comment.authorKey)
    .slice(0, comment.agreedByCount)
    .map(({ key }) => key);
}

function membersOf(slug: string): DemoMember[] {
  return demoMembers.filter(({ kern }) => kern === slug);
}

function neighboursOf(slug: string): readonly string[] {
  return demoKernen.find((kern) => kern.slug === slug)?.neighbours ?? [];
}

/** The same list, begun at another place. */
function turned<Item>(list: Item[], start: number): Item[] {
  const at = list.length === 0 ? 0 : start % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function startOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}
