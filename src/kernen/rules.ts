/** Pure rules of kernen. */
import type { ContactPerson } from "./contract.ts";

/** Below this many people a figure could single someone out (issue: figures below 10 people are suppressed). */
export const smallestShownCount = 10;

/** A number of people as it may be shown: null below 10. */
export function shownPeople(count: number): number | null {
  return count < smallestShownCount ? null : count;
}

/**
 * Whom to call about a kern: its officer, on her own number or the municipality's; the municipality itself while a kern has no
 * officer.
 */
export function contactFor(
  officer: { name: string; phone: string | null } | undefined,
  municipality: { name: string; phone: string },
): ContactPerson {
  if (!officer) return { name: `Gemeente ${municipality.name}`, phone: municipality.phone };
  return { name: officer.name, phone: officer.phone ?? municipality.phone };
}
