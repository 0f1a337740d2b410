import { useQuery } from "@tanstack/react-query";
import { monthInWords } from "../../shared/months.ts";
import type { TrendMonth } from "../../summaries/contract.ts";
import { type ChartContent, percent } from "../charts/chart.ts";
import { Figure } from "../charts/figure.tsx";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { type Say, useLanguage, useText } from "../language.ts";
import { monthAxis } from "./month-axis.ts";
import { summariesApi, summariesKeys } from "./summaries-api.ts";
import { fromTheBeginning, hasTrend, lastQuarters, membersFound, supportersFound, turnoutShare } from "./trend-findings.ts";
import styles from "./trends.module.css";

type Words = Say<"summaries">;

function foundThings(say: Words, what: "proposals" | "comments", months: readonly TrendMonth[], name: (month: string) => string) {
  const { count, by, from, until } = lastQuarters(months, (month) => month[what]);
  const when = { from: name(from), until: name(until) };
  const said = count === 0 ? say(`found.${what}.none`, when) : say(`found.${what}`, { count, ...when });
  if (by === 0) return count === 0 ? said : `${said} ${say("found.same")}`;
  return `${said} ${say(by > 0 ? "found.more" : "found.less", { by: Math.abs(by) })}`;
}

function Charts({ months }: { months: TrendMonth[] }) {
  const say = useText("summaries");
  const language = useLanguage();
  const at = (month: string) => monthInWords(new Date(month), language);
  const name = (month: string) => at(month).name;
  const common = { ...monthAxis(say, language, months), write: String };
  const people = { ...common, unknown: say("trend.hidden") };
  const things = { ...common, unknown: "0" };
  const members = membersFound(months);
  const supporters = supportersFound(months);
  const polls = months.findLast((month) => turnoutShare(month) !== null);
  const charts: ChartContent[] = [
    {
      ...things,
      finding: foundThings(say, "proposals", months, name),
      about: say("trend.proposals"),
      series: [{ name: say("trend.series.proposals"), values: months.map(({ proposals }) => proposals) }],
    },
    {
      ...things,
      finding: foundThings(say, "comments", months, name),
      about: say("trend.comments"),
      series: [{ name: say("trend.series.comments"), values: months.map(({ comments }) => comments) }],
    },
    {
      ...people,
      finding: supporters
        ? say("found.supporters", { month: at(supporters.month).long, most: supporters.most })
        : say("found.supporters.none"),
      about: say("trend.supporters"),
      series: [{ name: say("trend.series.supporters"), values: months.map((month) => month.supporters) }],
    },
    {
      ...people,
      finding: !members
        ? say("found.members.none")
        : members.earlier
          ? say("found.members.from", {
              now: members.now,
              month: at(members.earlier.month).long,
              earlier: members.earlier.members,
            })
          : say("found.members", { now: members.now }),
      about: say("trend.members"),
      series: [{ name: say("trend.series.members"), values: months.map((month) => month.members) }],
    },
    {
      ...common,
      unknown: say("trend.nothing"),
      write: percent,
      most: 100,
      finding: polls
        ? say("found.turnout", { month: at(polls.month).long, share: percent(turnoutShare(polls) ?? 0) })
        : say("found.turnout.none"),
      about: say("trend.turnout"),
      series: [{ name: say("trend.series.turnout"), values: months.map(turnoutShare) }],
    },
  ];
  return (
    <>
      <div className={styles.charts}>
        {charts.map((content) => (
          <Figure key={content.about} content={content} />
        ))}
      </div>
      <p className="muted small">{say("trend.people")}</p>
    </>
  );
}

/** The last twelve months of all kernen together, or of one, in charts that each say what they show. */
export function Trends({ kern = "" }: { kern?: string }) {
  const say = useText("summaries");
  const { data, error, refetch } = useQuery({ queryKey: summariesKeys.trends(kern), queryFn: () => summariesApi.trends(kern) });
  const months = kern === "" ? data?.total : data?.kernen[0]?.months;
  return (
    <section className={styles.trends}>
      <h2>{say("trend")}</h2>
      {!months && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <PageSkeleton />)}
      {months && (hasTrend(months) ? <Charts months={fromTheBeginning(months)} /> : <EmptyState title={say("trend.none")} />)}
    </section>
  );
}
