/** Facts that provisioning announces. */
import type { Said } from "../shared/said.ts";
import type { Use } from "./limits.ts";

/** A team can be used from now on. */
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
