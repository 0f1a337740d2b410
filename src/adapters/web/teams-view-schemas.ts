/** Answers about teams as schemas, for the OpenAPI document alone (see view-schemas.ts). */
import { z } from "zod";
import {
  type AcceptanceView,
  type LimitsView,
  type OnboardingCheck,
  type Progress,
  parts as partsOfTeams,
  problemCodes,
  type RunView,
  type Said,
  type TeamsView,
} from "../../provisioning/contract.ts";
import { count, id, slug, text, time } from "./view-pieces.ts";

const said = z.object({ nl: text, en: text }) satisfies z.ZodType<Said>;
const teamsPart = z.enum(partsOfTeams);

const progress = z.object({
  kern: slug,
  step: said,
  done: count,
  total: count,
  kernenDone: count,
  kernenTotal: count,
  remainingMs: count.nullable().describe("Milliseconds; null as long as there is too little to go by."),
  waitingFor: said.nullable(),
}) satisfies z.ZodType<Progress>;

const run = z.object({
  run: id,
  kind: z.enum(["look", "apply"]),
  state: z.enum(["asked", "running", "done", "failed"]),
  askedBy: text.nullable().describe("Null: Kernplein itself, or the command line."),
  byCommand: z.boolean(),
  askedAt: time,
  endedAt: time.nullable(),
  kernen: z.array(slug).nullable().describe("Null: all of them."),
  part: teamsPart.nullable(),
  progress: progress.nullable(),
  failures: z.array(z.object({ kern: slug, step: said, said })),
  failure: said.nullable(),
}) satisfies z.ZodType<RunView>;

const onboardingCheck = z.object({
  name: z.enum(["reachable", "consent", "app-in-catalogue", "app-permissions", "guest-invitations", "one-time-passcode"]),
  state: z.enum(["done", "to-do", "unseen"]).describe("unseen: Kernplein has no right to see it."),
  text: said,
  link: text.nullable(),
}) satisfies z.ZodType<OnboardingCheck>;

const limitsView = z.object({
  near: z.array(
    z.object({
      what: z.enum(["members", "owners", "channels", "objects", "teams"]),
      kern: text.describe("A slug; * for the whole tenant."),
      used: count,
      most: count,
      threshold: count.describe("Percent that was reached last."),
      text: said,
    }),
  ),
  fullest: said.nullable().describe("When nothing is near its limit."),
  measuredAt: time,
}) satisfies z.ZodType<LimitsView>;

const found = z.object({
  kernen: z.array(z.object({ kern: slug, name: text, state: z.enum(["as-wanted", "differs", "unfinished"]) })),
  steps: z.array(
    z.object({
      kern: slug,
      identity: text,
      sign: z.enum(["+", "~", "-", "="]),
      part: z.enum([...partsOfTeams, "team"]),
      text: said,
      drift: z
        .object({ what: text, found: said, since: time.nullable(), repairedByItself: z.boolean(), acceptable: z.boolean() })
        .nullable(),
    }),
  ),
  problems: z.array(z.object({ kern: slug.nullable(), code: z.enum(problemCodes), text: said })),
});

export const teamsAnswers = {
  TeamsView: z.object({
    municipalityName: text,
    look: z.object({ run, found: found.nullable(), checks: z.array(onboardingCheck) }).nullable(),
    limits: limitsView.nullable(),
    underWay: run.nullable(),
    history: z.array(run),
    accepted: z.array(z.object({ kern: slug, what: text, found: said, by: text, at: time })),
    serverTime: time,
  }) satisfies z.ZodType<TeamsView>,
  RunView: run,
  AcceptanceView: z.object({ kern: slug, what: text, accepted: z.boolean() }) satisfies z.ZodType<AcceptanceView>,
} satisfies Record<string, z.ZodType>;

export const teamsParts = { RunProgress: progress, RunView: run } satisfies Record<string, z.ZodType>;
