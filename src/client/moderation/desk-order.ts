import type { DeskItem } from "../../moderation/contract.ts";

/** What an item is called on the desk: the proposal or the join request it is about. */
export function idOf(item: DeskItem): string {
  return item.kind === "join-request" ? item.request.joinRequest : item.proposal;
}

/** Its title, or who asks. */
export function nameOf(item: DeskItem): string {
  return item.kind === "join-request" ? item.request.name : item.title;
}

/** A yes is no answer: that has to be written. */
export const canBeAccepted = ({ kind }: Pick<DeskItem, "kind">): boolean => kind !== "answer";

/** Late ones first, then what is due soonest; of equals what waits longest. */
export function inOrder(items: readonly DeskItem[]): DeskItem[] {
  return [...items].sort(
    (one, other) =>
      Number(other.late) - Number(one.late) ||
      one.dueAt.localeCompare(other.dueAt) ||
      one.waitingSince.localeCompare(other.waitingSince),
  );
}

/**
 * The place in the list that is open: that of `wanted`, or, when that one has been decided, the place where it stood before
 * (`lastPlace`), so that the next one comes up. -1 for an empty list.
 */
export function openPlace(items: readonly DeskItem[], wanted: string | undefined, lastPlace: number): number {
  const found = wanted === undefined ? 0 : items.findIndex((item) => idOf(item) === wanted);
  return found >= 0 && items.length > 0 ? found : Math.min(lastPlace, items.length - 1);
}

/** The neighbour that J (down) or K (up) leads to; at the ends one stays. */
export function placeAfter(place: number, key: "j" | "k", length: number): number {
  return Math.min(Math.max(place + (key === "j" ? 1 : -1), 0), length - 1);
}
