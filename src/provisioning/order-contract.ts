/** What is asked of Microsoft 365: the teams of a municipality as its file describes them. */
import type { TeamSettings } from "./workplace.ts";

/** A municipality as its file describes it, as far as Teams is concerned. */
export interface Order {
  municipality: string;
  tenantId: string;
  /** Kernen and theme teams that take part in the roll-out. */
  kernen: readonly KernOrder[];
  app: AppOrder;
  /** Left out: settings of teams are left alone. */
  settings?: TeamSettings;
  /**
   * Slugs ("thema:lekdijk") of all theme teams in the file, also of those that wait: teams of others on record are archived. Left out
   * when the order is about some kernen only.
   */
  themes?: readonly string[];
  /** The municipality leaves: every team on record is archived, and nothing else is done. */
  leaving?: boolean;
}

export interface KernOrder {
  /** "arkel"; of a theme team "thema:lekdijk". */
  slug: string;
  name: string;
  /** `channel`: the name as Teams takes it (channelName of kernen). */
  villageGroups: readonly { name: string; channel: string }[];
  /** Who owns the team. `deputy`: only for as long as somebody's leave lasts. */
  officers: readonly { email: string; name: string; deputy?: boolean }[];
  /** Drift that stays as it is: "tab-removed/voorstellen-arkel". */
  accepted?: readonly string[];
  /** Present for a theme team. */
  theme?: ThemeOrder;
}

export interface ThemeOrder {
  about: string;
  /** Its last day is past: it is archived. */
  over: boolean;
  /** From outside, and officers of the kernen it concerns. */
  members: readonly { email: string; name: string }[];
}

export interface AppOrder {
  /** The id in the manifest. */
  externalId: string;
  /** The resource-specific permissions of the manifest: consent is given to these and to no others. */
  permissions: readonly string[];
  tabs: readonly TabTemplate[];
}

/** In the address fields and the entity id, `{kern}` stands for the kern's slug. Addresses are https; Graph refuses others. */
export interface TabTemplate extends TabOrder {
  channel: "algemeen" | "voorstellen";
}

export interface TabOrder {
  name: string;
  entityId: string;
  contentUrl: string;
  websiteUrl: string;
}
