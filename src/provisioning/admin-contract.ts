/** What crosses the wire about the administrators' page. */
import { z } from "zod";
import type { Said } from "../shared/said.ts";
import type { LimitReached } from "./fact-contract.ts";
import { type Part, type Problem, type Progress, parts, type Status } from "./plan-contract.ts";

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
  /** Name; null: Kernplein itself, or the command line. */
  askedBy: string | null;
  byCommand: boolean;
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

/** What Microsoft limits, as measured last night. */
export interface LimitsView {
  /** What is near or at its limit (from 80 %), fullest first. */
  near: LimitReached[];
  /** When nothing is near: the fullest. */
  fullest: Said | null;
  /** ISO 8601. */
  measuredAt: string;
}

/** The administrators' page. */
export interface TeamsView {
  municipalityName: string;
  /** The newest look that ended; null before the first. `found`: null when Microsoft could not be read. */
  look: { run: RunView; found: Found | null; checks: OnboardingCheck[] } | null;
  /** What is asked or running. */
  underWay: RunView | null;
  /** Applies that did something and ended, newest first; also those by command and of the nightly look. */
  history: RunView[];
  accepted: AcceptedView[];
  /** Null before the first night. */
  limits: LimitsView | null;
  serverTime: string;
}

export interface AcceptanceView {
  kern: string;
  what: string;
  accepted: boolean;
}
