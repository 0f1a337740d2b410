/** What it takes to make Microsoft 365 as asked, how far that is, and how it differs from what was made. */
import type { Said } from "../shared/said.ts";
import type { LimitReached } from "./fact-contract.ts";
import type { TabOrder } from "./order-contract.ts";
import type { TeamSettings } from "./workplace.ts";

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
