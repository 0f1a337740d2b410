/** How a team in Microsoft 365 can have come to differ from what was made, other than by a change of the file. */

export const driftKinds = [
  "team-renamed",
  "team-archived",
  "team-deleted",
  "channel-renamed",
  "channel-archived",
  "channel-deleted",
  "tab-removed",
  "app-removed",
  "app-outdated",
  "owner-missing",
  "member-missing",
  "settings-changed",
] as const;
export type DriftKind = (typeof driftKinds)[number];

/** Without them nobody can be served, or nothing can be kept: these are never accepted, only put right. */
export const neverAccepted: readonly DriftKind[] = ["team-deleted", "app-removed", "app-outdated"];

/** "tab-removed/voorstellen-arkel" is of the kind "tab-removed"; undefined when it is of none. */
export function driftKindOf(what: string): DriftKind | undefined {
  return driftKinds.find((kind) => what === kind || what.startsWith(`${kind}/`));
}
