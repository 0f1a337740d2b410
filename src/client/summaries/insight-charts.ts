/** What the officer's figures say, as charts. Pure: words come from the texts. */
import { dateInWords, shownAs } from "../../shared/time.ts";
import type { InsightPoll, InsightView } from "../../summaries/contract.ts";
import { type ChartContent, percent } from "../charts/chart.ts";
import type { Language, Say } from "../language.ts";
import { monthAxis } from "./month-axis.ts";

type Words = Say<"summaries">;

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 100));
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Days as labels, each different: two things on one day differ by a sign that nobody sees. */
function dayLabels(moments: readonly string[], language: Language): string[] {
  const labels = moments.map((at) => shownAs(new Date(at), language, { day: "numeric", month: "short" }));
  return labels.map((label, at) => label + "\u200b".repeat(labels.slice(0, at).filter((one) => one === label).length));
}

const fewestMonths = 4;

/** Without the months before anybody took part; at least four. */
export function fromTheBeginning(view: InsightView): InsightView {
  const first = view.months.findIndex(
    ({ members, joined, decisions }) => sum([...Object.values(members), ...Object.values(joined), decisions.count]) > 0,
  );
  const last = view.months.length - fewestMonths;
  return { ...view, months: view.months.slice(first === -1 ? last : Math.min(first, last)) };
}

export function membersChart(say: Words, language: Language, { months }: InsightView): ChartContent {
  const now = months.at(-1)?.members ?? { bot: 0, teams: 0, page: 0, unseen: 0 };
  const count = sum(Object.values(now));
  const bands = ["bot", "teams", "page", "unseen"] as const;
  return {
    ...monthAxis(say, language, months),
    finding:
      count === 0
        ? say("insight.members.none")
        : `${say("insight.members.found", { count })} ${
            now.bot + now.teams === 0
              ? say("insight.members.noTeams")
              : say("insight.members.teams", { teams: now.bot + now.teams })
          }`,
    about: say("insight.members"),
    series: bands.map((band) => ({ name: say(`insight.band.${band}`), values: months.map(({ members }) => members[band]) })),
    write: String,
    unknown: "0",
  };
}

export function joinedChart(say: Words, language: Language, { months }: InsightView): ChartContent {
  const count = sum(months.map(({ joined }) => joined.asked + joined.invited));
  const left = sum(months.map((month) => month.left));
  return {
    ...monthAxis(say, language, months),
    finding: `${say("insight.joined.found", { count })} ${left === 0 ? say("insight.left.none") : say("insight.left", { count: left })}`,
    about: say("insight.joined"),
    series: [
      { name: say("insight.joined.asked"), values: months.map(({ joined }) => joined.asked) },
      { name: say("insight.joined.invited"), values: months.map(({ joined }) => joined.invited) },
    ],
    write: String,
    unknown: "0",
  };
}

export function decisionsChart(say: Words, language: Language, { months, decisions }: InsightView): ChartContent {
  const { medianDays } = decisions;
  const inWords = (days: number) => days.toLocaleString(language === "nl" ? "nl-NL" : "en-GB");
  return {
    ...monthAxis(say, language, months),
    finding:
      medianDays === null
        ? say("insight.decisions.none")
        : medianDays <= 1
          ? say("insight.decisions.quick")
          : say("insight.decisions.found", { days: inWords(medianDays) }),
    about: say("insight.decisions"),
    series: [{ name: say("insight.decisions.days"), values: months.map((month) => month.decisions.medianDays) }],
    write: inWords,
    unknown: say("trend.nothing"),
  };
}

export function reachChart(say: Words, language: Language, { messages }: InsightView): ChartContent {
  const meant = sum(messages.map((message) => message.meant));
  const missed = sum(messages.map((message) => message.missed));
  return {
    finding:
      messages.length === 0
        ? say("insight.reach.none")
        : say("insight.reach.found", { share: percent(share(meant - missed, meant)) }),
    about: say("insight.reach"),
    over: say("insight.reach.message"),
    labels: dayLabels(
      messages.map(({ at }) => at),
      language,
    ),
    names: messages.map(({ title, kernName, at }) => `${title || kernName}, ${dateInWords(new Date(at), language)}`),
    series: (["teams", "mail", "missed"] as const).map((way) => ({
      name: say(`insight.reach.${way}`),
      values: messages.map((message) => message[way]),
    })),
    write: String,
    unknown: "0",
    asTable: say("trend.table"),
  };
}

const wayShare = (poll: InsightPoll, way: "online" | "help" | "paper") => poll.ways && share(poll.ways[way], poll.rollSize);
const together = (poll: InsightPoll) => (poll.ways || poll.voters === null ? null : share(poll.voters, poll.rollSize));

/** Of everybody on the roll, in percent; a poll whose ways cannot be told has one bar for all. */
export function turnoutChart(say: Words, language: Language, { polls }: InsightView): ChartContent {
  const last = polls.findLast(({ voters }) => voters !== null);
  return {
    finding: last
      ? say("insight.turnout.found", { share: percent(share(last.voters ?? 0, last.rollSize)) })
      : say("insight.turnout.none"),
    about: say("insight.turnout"),
    over: say("insight.turnout.poll"),
    labels: dayLabels(
      polls.map(({ at }) => at),
      language,
    ),
    names: polls.map(({ question, at }) => `${question} ${dateInWords(new Date(at), language)}`),
    series: [
      ...(["online", "help", "paper"] as const).map((way) => ({
        name: say(`insight.turnout.${way}`),
        values: polls.map((poll) => wayShare(poll, way)),
      })),
      { name: say("insight.turnout.together"), values: polls.map(together) },
    ],
    write: percent,
    unknown: say("trend.nothing"),
    most: 100,
    asTable: say("trend.table"),
  };
}
