import { useQuery } from "@tanstack/react-query";
import { paths } from "../../shared/links.ts";
import type { KernFigures, TrendMonth } from "../../summaries/contract.ts";
import { Spark } from "../charts/spark.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./overview.module.css";
import { People } from "./people.tsx";
import { summariesApi, summariesKeys } from "./summaries-api.ts";
import { lastQuarters } from "./trend-findings.ts";

interface RowProps {
  municipality: string;
  figures: KernFigures;
  /** Undefined until it is there. */
  months: TrendMonth[] | undefined;
}

function Row({ municipality, figures, months }: RowProps) {
  const say = useText("summaries");
  const { proposals, mostSupported, lastPoll, waiting } = figures;
  return (
    <tr>
      <th scope="row">
        <Go to={paths.kernReading(municipality, figures.kern)}>{figures.kernName}</Go>
      </th>
      <td data-label={say("column.members")} className={styles.number}>
        <span>
          <People count={figures.members} />
        </span>
      </td>
      <td data-label={say("column.proposals")} className={styles.number}>
        <span className={styles.trend}>
          {proposals.published}
          {months && (
            <Spark
              values={months.map((month) => month.proposals)}
              said={say("spark", { count: lastQuarters(months, (month) => month.proposals).count })}
            />
          )}
        </span>
      </td>
      <td data-label={say("column.asks")} className={styles.words}>
        {mostSupported ? (
          <div>
            <Go to={paths.proposal(municipality, mostSupported.proposal)}>{mostSupported.title}</Go>{" "}
            <span className={styles.support}>
              <Icon name="heart" size={14} />
              <People count={mostSupported.support} />
            </span>
          </div>
        ) : (
          "–"
        )}
      </td>
      <td data-label={say("column.poll")} className={styles.words}>
        {lastPoll ? (
          <div>
            <Go to={paths.poll(municipality, lastPoll.poll)}>{lastPoll.question}</Go>
            <p className="muted">{lastPoll.outcome}</p>
          </div>
        ) : (
          "–"
        )}
      </td>
      <td data-label={say("column.waiting")} className={styles.number}>
        {waiting.count === 0 ? (
          "0"
        ) : (
          <div>
            {waiting.count}
            {waiting.oldestDays !== null && (
              <span className={styles.days} data-long={waiting.oldestDays > 7}>
                {waiting.oldestDays > 7 && <Icon name="alert" size={14} />}
                {say("days", { count: waiting.oldestDays })}
              </span>
            )}
          </div>
        )}
      </td>
    </tr>
  );
}

/** One row per kern; on a phone each row becomes a block whose lines carry the name of their column. */
export function FiguresTable({ municipality, kernen }: { municipality: string; kernen: KernFigures[] }) {
  const say = useText("summaries");
  const { data: trends } = useQuery({ queryKey: summariesKeys.trends(""), queryFn: () => summariesApi.trends("") });
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{say("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("column.kern")}</th>
          <th scope="col" className={styles.number}>
            {say("column.members")}
          </th>
          <th scope="col" className={styles.number}>
            {say("column.proposals")}
          </th>
          <th scope="col">{say("column.asks")}</th>
          <th scope="col">{say("column.poll")}</th>
          <th scope="col" className={styles.number}>
            {say("column.waiting")}
          </th>
        </tr>
      </thead>
      <tbody>
        {kernen.map((figures) => (
          <Row
            key={figures.kern}
            municipality={municipality}
            figures={figures}
            months={trends?.kernen.find(({ kern }) => kern === figures.kern)?.months}
          />
        ))}
      </tbody>
    </table>
  );
}
