import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { InsightView } from "../../summaries/contract.ts";
import { Figure } from "../charts/figure.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Wide } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { WayBack } from "../kit/way-back.tsx";
import { useLanguage, useText } from "../language.ts";
import { ForOfficers } from "../reach/for-officers.tsx";
import { KernChoice, useChosenKern } from "../reach/kern-choice.tsx";
import styles from "./insight.module.css";
import { decisionsChart, fromTheBeginning, joinedChart, membersChart, reachChart, turnoutChart } from "./insight-charts.ts";
import { summariesApi, summariesKeys } from "./summaries-api.ts";

function Charts({ me, view }: { me: MeView; view: InsightView }) {
  const say = useText("summaries");
  const language = useLanguage();
  const { proposals, decisions } = view;
  return (
    <div className={styles.charts}>
      <Figure level={2} content={membersChart(say, language, view)}>
        <p className={styles.after}>
          <Go to={paths.people(me.municipality)}>{say("insight.people")}</Go>
        </p>
      </Figure>
      <Figure level={2} content={joinedChart(say, language, view)} />
      <Figure level={2} content={decisionsChart(say, language, view)}>
        <p className={styles.after}>
          {say("insight.decisions.count", { count: decisions.count })} {say("insight.proposals", proposals)}
        </p>
      </Figure>
      <Figure level={2} content={reachChart(say, language, view)}>
        <p className={styles.after}>
          <Go to={paths.reach(me.municipality)}>{say("insight.reach.all")}</Go>
        </p>
      </Figure>
      <Figure level={2} content={turnoutChart(say, language, view)} />
    </div>
  );
}

function Insight({ me }: { me: MeView }) {
  const say = useText("summaries");
  const kern = useChosenKern();
  const { data, error, refetch } = useQuery({
    queryKey: summariesKeys.insight(kern),
    queryFn: () => summariesApi.insight(kern),
    placeholderData: keepPreviousData,
  });
  return (
    <Wide>
      <WayBack to={paths.desk(me.municipality)}>{say("insight.desk")}</WayBack>
      <PageHeading>{say("insight")}</PageHeading>
      <p className={styles.intro}>{say("insight.intro")}</p>
      {!data && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <PageSkeleton />)}
      {data && <KernChoice kernen={data.kernen} />}
      {data && <Charts me={me} view={fromTheBeginning(data)} />}
    </Wide>
  );
}

/** A year in an officer's kernen, or in one of them: each chart says what it shows, with its table below. */
export function InsightPage() {
  const say = useText("summaries");
  return <ForOfficers title={say("insight")}>{(me) => <Insight me={me} />}</ForOfficers>;
}
