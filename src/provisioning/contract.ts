/** What is asked of Microsoft 365, what it takes to get there, and what is told about it. */

import { z } from "zod";
import type { Use } from "./limits.ts";
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

/** A sentence in both languages. */
export interface Said {
  nl: string;
  en: string;
}

export type ResourceKind = "team" | "app" | "channel" | "tab" | "owner" | "member";

/** One thing that `apply` would do. `note` only writes down what is there already. */
export type Step = {
  kern: string;
  text: Said;
  /** What was changed by others than Kernplein, when that is why: "tab-removed/voorstellen-arkel". */
  drift?: string;
  /** Only because a day came: the end of a theme team or of somebody's leave. */
  dated?: boolean;
} & Deed;

type Deed =
  | { do: "make-team"; name: string; marker: string; description: string; ownerId: string }
  | { do: "await-team"; teamId: string; operation: string | null }
  | { do: "rename-team"; name: string; description: string }
  | { do: "change-settings"; settings: TeamSettings }
  | { do: "archive-team" | "unarchive-team"; teamId: string }
  | { do: "install-app" }
  | { do: "upgrade-app"; installationId: string }
  | { do: "make-channel"; key: string; name: string; description: string; first: boolean }
  | { do: "rename-channel"; key: string; channelId: string; name: string; description: string }
  | { do: "archive-channel" | "unarchive-channel"; key: string; channelId: string; name: string }
  | { do: "pin-tab"; key: string; channel: string; tab: TabOrder }
  | { do: "remove-tab"; key: string; channelId: string; tabId: string }
  | { do: "add-owner"; personId: string; email: string; deputy?: boolean }
  | { do: "remove-owner"; personId: string }
  | { do: "add-residents"; personIds: string[] }
  | { do: "add-member"; personId: string | null; email: string; name: string }
  | { do: "remove-member"; personId: string; key: string }
  | { do: "note"; resource: ResourceKind; key: string; graphId: string; marker: string; details: ResourceDetails };

/** What `--only` chooses from; the app comes with the tabs. */
export const parts = ["members", "channels", "tabs"] as const;
export type Part = (typeof parts)[number];

export const problemCodes = [
  "officer-unknown",
  "officer-is-guest",
  "no-owner",
  "app-not-in-catalogue",
  "app-asks-otherwise",
  "team-twice",
  "group-left-out",
  "partner-refused",
  "too-many-owners",
] as const;

/** Something only people can put right; what depends on it is left out of the steps. */
export interface Problem {
  /** Null: the whole municipality. */
  kern: string | null;
  code: (typeof problemCodes)[number];
  text: Said;
}

export interface Plan {
  municipality: string;
  steps: Step[];
  problems: Problem[];
}

/** Told at every turn of `apply`. `done` and `total` count steps; as long as not every kern was looked at, `total` is an estimate. */
export interface Progress {
  /** Slug; empty while another run is waited for. */
  kern: string;
  step: Said;
  done: number;
  total: number;
  kernenDone: number;
  kernenTotal: number;
  /** Milliseconds, from what the steps so far took; null as long as there is too little to go by. */
  remainingMs: number | null;
  /** What is waited for just now, if anything. */
  waitingFor: Said | null;
}

export interface Applied {
  problems: Problem[];
  done: number;
  /** Whether it was asked to stop before the end. */
  stopped: boolean;
  /** Kernen at which something went wrong; the rest of that kern is left for the next time. `reason`: also for engineers. */
  failures: { kern: string; step: Said; reason: string; said: Said }[];
}

/** What is kept of a resource besides its id. */
export interface ResourceDetails {
  /** Name at the time of making. */
  name?: string;
  url?: string;
  mainChannelId?: string | null;
  operation?: string | null;
  /** Whether we archived it. */
  archived?: boolean;
  /** Of the app. */
  version?: string;
  /** What was asked for last. */
  settings?: TeamSettings;
  description?: string;
  /** An owner for as long as a leave lasts. */
  deputy?: boolean;
  /** When the last call to make it was sent, ISO 8601. */
  askedAt?: string;
}

/** Facts: a team can be used from now on. */
export interface TeamReady {
  fact: "team-ready";
  kern: string;
  teamId: string;
  url: string;
}

/** Teams differ from what was made, and nobody accepted it; told once for each difference. */
export interface DriftFound {
  fact: "drift-found";
  /** When it was found, ISO 8601: the same difference that comes back later is told again. */
  at: string;
  /** A slug, or "thema:…". */
  kern: string;
  name: string;
  drift: { what: string; text: Said }[];
}

/** The daily check is to run again. */
export interface DriftCheckDue {
  fact: "drift-check-due";
  /** ISO 8601. */
  at: string;
}

/** How much of what Microsoft limits is used. */
export interface LimitReached extends Use {
  /** The share in percent that was reached last: 80, 90, 95 or 100. */
  threshold: number;
  text: Said;
}

/** Something comes near what Microsoft allows; each threshold is told once. */
export interface LimitNears {
  fact: "limit-nears";
  /** ISO 8601. */
  at: string;
  limits: LimitReached[];
}

/** Somebody from outside became a guest for a theme team; Microsoft sends no mail. */
export interface PartnerInvited {
  fact: "partner-invited";
  /** "thema:…" */
  kern: string;
  team: string;
  name: string;
  email: string;
  /** Accepts the invitation and opens the team. */
  redeemUrl: string;
}

/** Members of a kern wait for their guest account. */
export interface GuestsWait {
  fact: "guests-wait";
}

/** Members have a guest account and wait for the team of their kern. */
export interface GuestsInvited {
  fact: "guests-invited";
}

/** A look or an apply is to be done. */
export interface RunAsked {
  fact: "teams-run-asked";
  run: string;
}

/** Whoever works on a run may have died by then. */
export interface RunCheckDue {
  fact: "teams-run-check-due";
  run: string;
  /** ISO 8601. */
  at: string;
}

export type ProvisioningFact =
  | TeamReady
  | DriftFound
  | DriftCheckDue
  | LimitNears
  | PartnerInvited
  | GuestsWait
  | GuestsInvited
  | RunAsked
  | RunCheckDue;

/** One difference between what was made and what is there. */
export interface Drift {
  kern: string;
  /** "tab-removed/voorstellen-arkel": what `provision accept` takes. */
  what: string;
  /** What `apply` would do about it. */
  remedy: Said;
  /** Since when it is known, ISO 8601; null when only seen just now. */
  since: string | null;
  /** Whether the file lets the daily check put it right. */
  repairedByItself: boolean;
}

export interface Status {
  municipality: string;
  kernen: { kern: string; name: string; state: "as-wanted" | "differs" | "unfinished" }[];
  drift: Drift[];
  /** Steps that follow from the file and are still to be done. */
  left: number;
  problems: Problem[];
  /** What came near a limit of Microsoft, as last measured. */
  limits: LimitReached[];
}

/** A kern's team as other parts of Kernplein need it. */
export interface KernTeam {
  teamId: string;
  url: string;
  /** `key`: "algemeen", "voorstellen", or "groep-" and the group's name in small letters and dashes. */
  channels: { key: string; id: string; name: string }[];
}

const kern = z.string().min(1).max(80);
const what = z.string().min(1).max(300);

export const noInput = z.object({});
export const askApplyInput = z.object({
  /** The look whose steps were read: what has come up since is not done. */
  look: z.uuid("invalid-id"),
  /** Slugs; left out: all of them. */
  kernen: z.array(kern).min(1, "too-short").max(1000, "too-many").optional(),
  part: z.enum(parts).optional(),
  /** Whether the steps that archive something or take it away may be done too. */
  takeAway: z.boolean().default(false),
});
export const viewRunInput = z.object({ run: z.uuid("invalid-id") });
export const acceptDriftInput = z.object({ kern, what });

/** One thing the administrator's tenant needs. "unseen": Kernplein has no right to see it, so somebody must look. */
export interface OnboardingCheck {
  name: "reachable" | "consent" | "app-in-catalogue" | "app-permissions" | "guest-invitations" | "one-time-passcode";
  state: "done" | "to-do" | "unseen";
  /** What was found, and what to click. */
  text: Said;
  /** Where that can be done. */
  link: string | null;
}

/** `+` is made, `~` changed, `-` archived or taken away, `=` only written down. */
export type Sign = "+" | "~" | "-" | "=";

export interface FoundStep {
  kern: string;
  /** The same step in a later plan has the same identity. */
  identity: string;
  sign: Sign;
  part: Part | "team";
  text: Said;
  /** What others changed, when that is why. */
  drift: { what: string; found: Said; since: string | null; repairedByItself: boolean; acceptable: boolean } | null;
}

/** What a look found. */
export interface Found {
  kernen: Status["kernen"];
  steps: FoundStep[];
  problems: Problem[];
}

export interface AcceptedView {
  kern: string;
  what: string;
  found: Said;
  /** Name of the administrator. */
  by: string;
  at: string;
}

export interface RunView {
  run: string;
  kind: "look" | "apply";
  state: "asked" | "running" | "done" | "failed";
  /** Name; null: Kernplein itself. */
  askedBy: string | null;
  askedAt: string;
  endedAt: string | null;
  kernen: string[] | null;
  part: Part | null;
  /** While it runs, and how far it came. */
  progress: Progress | null;
  /** Kernen at which something went wrong. */
  failures: { kern: string; step: Said; said: Said }[];
  /** Why the whole run failed. */
  failure: Said | null;
}

/** The administrators' page. */
export interface TeamsView {
  municipalityName: string;
  /** The newest look that ended; null before the first. `found`: null when Microsoft could not be read. */
  look: { run: RunView; found: Found | null; checks: OnboardingCheck[] } | null;
  /** What is asked or running. */
  underWay: RunView | null;
  /** Applies that ended, newest first. */
  history: RunView[];
  accepted: AcceptedView[];
  serverTime: string;
}

export interface AcceptanceView {
  kern: string;
  what: string;
  accepted: boolean;
}
