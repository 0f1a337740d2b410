/** The answers about whole kernen as schemas, for the OpenAPI document. */
import { z } from "zod";
import type { InsightView, KernReading, OverviewView, TrendsView, VisitNews } from "../../summaries/contract.ts";
import { count, id, people, slug, text, time } from "./view-pieces.ts";

const proposalFigures = z.object({ published: count, waiting: count, returned: count, refused: count });
const pollFigures = z.object({ planned: count, open: count, closed: count });
const waiting = z.object({ count, oldestDays: count.nullable() });

const kernFigures = z.object({
  kern: slug,
  kernName: text,
  members: people,
  proposals: proposalFigures,
  mostSupported: z.object({ proposal: id, title: text, support: people }).nullable(),
  polls: pollFigures,
  lastPoll: z.object({ poll: id, question: text, outcome: text, voters: people, rollSize: people }).nullable(),
  waiting,
});

const sourcedLine = z.object({ text, source: z.object({ proposal: id, comment: id.optional() }) });
const inTens = people.describe("A number of people in tens, rounded down; null stands for fewer than 10.");
const trendMonth = z.object({
  month: time.describe("When this calendar month began in Amsterdam."),
  members: inTens,
  proposals: count,
  supporters: inTens,
  comments: count,
  turnout: z
    .object({ polls: count, voters: count, rollSize: count })
    .nullable()
    .describe("Of the polls that closed in this month with ten voters or more."),
});
const decisions = z.object({ count, medianDays: z.number().min(0).nullable() });
const newsLine = { kern: slug, kernName: text, at: time };
const proposalNews = z.array(z.object({ ...newsLine, proposal: id, title: text }));

export const summaryAnswers = {
  OverviewView: z.object({
    municipalityName: text,
    madeAt: time,
    kernen: z.array(kernFigures),
    total: z.object({ members: people, proposals: proposalFigures, polls: pollFigures, waiting }),
  }) satisfies z.ZodType<OverviewView>,
  KernReading: z.object({
    kern: slug,
    kernName: text,
    figures: kernFigures,
    asks: z.array(
      z.object({
        proposal: id,
        title: text,
        support: people,
        gist: sourcedLine,
        argumentsFor: z.array(sourcedLine),
        argumentsAgainst: z.array(sourcedLine),
      }),
    ),
    polls: z.array(z.object({ poll: id, question: text, outcome: text, voters: people, rollSize: people, closedAt: time })),
    waiting: z.array(z.object({ proposal: id, title: text, days: count, for: z.enum(["decision", "answer"]) })),
    madeAt: time,
  }) satisfies z.ZodType<KernReading>,
  TrendsView: z.object({
    kernen: z.array(z.object({ kern: slug, kernName: text, months: z.array(trendMonth) })),
    total: z.array(trendMonth).describe("People are summed over the kernen whose number is shown."),
    madeAt: time,
  }) satisfies z.ZodType<TrendsView>,
  InsightView: z.object({
    kernen: z.array(z.object({ kern: slug, name: text })),
    months: z.array(
      z.object({
        month: time.describe("When this calendar month began in Amsterdam."),
        members: z
          .object({ bot: count, teams: count, page: count, unseen: count })
          .describe("By how they were seen: in Teams where the bot can write to them, in Teams, on the page, not yet."),
        joined: z.object({ asked: count, invited: count }),
        left: count,
        decisions,
      }),
    ),
    proposals: proposalFigures,
    decisions,
    polls: z.array(
      z.object({
        ...newsLine,
        poll: id,
        question: text,
        rollSize: count,
        voters: people,
        ways: z
          .object({ online: count, help: count, paper: count })
          .nullable()
          .describe("Null when one of them would tell of fewer than ten people."),
      }),
    ),
    messages: z.array(
      z.object({ ...newsLine, message: text, title: text, meant: count, teams: count, mail: count, missed: count }),
    ),
    madeAt: time,
  }) satisfies z.ZodType<InsightView>,
  VisitNews: z.object({
    since: time.nullable().describe("Until when you read the overview the time before; null when this is the first time."),
    proposals: z.object({ count, newest: proposalNews }),
    polls: z.array(z.object({ ...newsLine, poll: id, question: text, outcome: text })),
    answers: proposalNews,
  }) satisfies z.ZodType<VisitNews>,
} satisfies Record<string, z.ZodType>;

export const summaryParts = { KernFigures: kernFigures, SourcedLine: sourcedLine, TrendMonth: trendMonth } satisfies Record<
  string,
  z.ZodType
>;
