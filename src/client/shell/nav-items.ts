import { paths } from "../../shared/links.ts";
import type { IconName } from "../kit/icon.tsx";

export type NavName = "kern" | "proposals" | "polls" | "agenda" | "desk" | "council" | "admin" | "me";

export interface NavItem {
  name: NavName;
  to: string;
  icon: IconName;
}

const mostUnderThumb = 5;

/** What gives way first when not all fit under a thumb: staff reach the overview and the teams from "me", the agenda from their kern. */
const sparable: readonly NavName[] = ["council", "agenda", "admin"];

/** Which items a phone leaves out of the bar. */
export function spared(items: readonly NavItem[]): NavName[] {
  const names = new Set(items.map(({ name }) => name));
  return sparable.filter((name) => names.has(name)).slice(0, Math.max(items.length - mostUnderThumb, 0));
}

interface Person {
  municipality: string;
  kernen: { kern: string }[];
  roles: { kern: string | null }[];
  can: { moderate: boolean; readOverview: boolean; administer: boolean };
}

/**
 * Where the navigation leads for this person: the pages of the kern she is reading, or of her own first kern (for staff the first in
 * which they have a role); the desk for officers, the overview for councillors, the teams for administrators. Without a kern only what needs none.
 */
export function navItems(me: Person, reading: { municipality: string; kern: string } | null): NavItem[] {
  const home = me.kernen[0]?.kern ?? me.roles.find((role) => role.kern !== null)?.kern ?? undefined;
  const kern = reading?.municipality === me.municipality ? reading.kern : home;
  const own = home ?? kern;
  return [
    ...(own ? [{ name: "kern" as const, to: paths.kern(me.municipality, own), icon: "square" as const }] : []),
    ...(kern
      ? [
          { name: "proposals" as const, to: paths.proposals(me.municipality, kern), icon: "note" as const },
          { name: "polls" as const, to: paths.polls(me.municipality, kern), icon: "ballot" as const },
          { name: "agenda" as const, to: paths.meetings(me.municipality, kern), icon: "calendar" as const },
        ]
      : []),
    ...(me.can.moderate ? [{ name: "desk" as const, to: paths.desk(me.municipality), icon: "tasks" as const }] : []),
    ...(me.can.readOverview ? [{ name: "council" as const, to: paths.overview(me.municipality), icon: "council" as const }] : []),
    ...(me.can.administer ? [{ name: "admin" as const, to: paths.teams(me.municipality), icon: "gear" as const }] : []),
    { name: "me", to: paths.me(me.municipality), icon: "person" },
  ];
}

/** Which item the address belongs to; null when to none. `pathname` is without /tab. */
export function currentItem(pathname: string): NavName | null {
  const [, second, third] = pathname.split("/").filter(Boolean);
  if (second === undefined) return null;
  if (second === "ik") return "me";
  if (second === "werkplek") return "desk";
  if (second === "raad") return "council";
  if (second === "beheer") return "admin";
  if (second === "voorstel" || third === "voorstellen") return "proposals";
  if (second === "stemming" || third === "stemmingen") return "polls";
  if (second === "bijeenkomst" || third === "agenda") return "agenda";
  return third === undefined ? "kern" : null;
}
