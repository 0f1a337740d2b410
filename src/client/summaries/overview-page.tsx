import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { dateTimeInWords } from "../../shared/time.ts";
import type { OverviewView } from "../../summaries/contract.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Narrow, Wide } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useLanguage, useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { News } from "./news.tsx";
import styles from "./overview.module.css";
import { People } from "./people.tsx";
import { summariesApi, summariesKeys } from "./summaries-api.ts";
import { type Thing, threeThings } from "./three-things.ts";
import { Trends } from "./trends.tsx";

function ThingLine({ municipality, thing }: { municipality: string; thing: Thing }) {
  const say = useText("summaries");
  if (thing.thing === "waiting")
    return (
      <>
        <Go to={paths.kernReading(municipality, thing.kern)}>{thing.kernName}</Go>{" "}
        {say("thing.waiting", { count: thing.count, days: thing.days })}
      </>
    );
  if (thing.thing === "supported")
    return (
      <>
        {thing.kernName}: <Go to={paths.proposal(municipality, thing.proposal)}>{thing.title}</Go>{" "}
        {say("thing.supported", { support: thing.support ?? 0 })}
      </>
    );
  return (
    <>
      {thing.kernName}: <Go to={paths.poll(municipality, thing.poll)}>{thing.question}</Go> {thing.outcome}
    </>
  );
}

function Shown({ me, view }: { me: MeView; view: OverviewView }) {
  const say = useText("summaries");
  const language = useLanguage();
  const things = threeThings(view.kernen);
  const { total } = view;
  return (
    <Wide>
      <div className={styles.head}>
        <div>
          <PageHeading title={say("overview")}>{say("overview.title", { municipality: view.municipalityName })}</PageHeading>
          <p className="muted small">{say("made", { at: dateTimeInWords(new Date(view.madeAt), language) })}</p>
        </div>
        <Button className={styles.print} icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {say("print")}
        </Button>
      </div>
      {things.length > 0 && (
        <section className={styles.things}>
          <h2>{say("things", { count: things.length })}</h2>
          <ol>
            {things.map((thing) => (
              <li key={thing.thing}>
                <p>
                  <ThingLine municipality={me.municipality} thing={thing} />
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      <News municipality={me.municipality} />
      <dl className={styles.totals}>
        <div>
          <dt>{say("total.members")}</dt>
          <dd>
            <People count={total.members} />
          </dd>
        </div>
        <div>
          <dt>{say("total.proposals")}</dt>
          <dd>{total.proposals.published}</dd>
        </div>
        <div>
          <dt>{say("total.polls")}</dt>
          <dd>{total.polls.closed + total.polls.open}</dd>
        </div>
        <div data-late={total.waiting.count > 0}>
          <dt>{say("total.waiting")}</dt>
          <dd>{total.waiting.count}</dd>
        </div>
      </dl>
      {view.kernen.length === 0 ? (
        <EmptyState title={say("none")} />
      ) : (
        <FiguresTable municipality={me.municipality} kernen={view.kernen} />
      )}
      <p className="muted small">{say("few")}</p>
      <Trends />
    </Wide>
  );
}

function Overview({ me }: { me: MeView }) {
  const { data, error, refetch } = useQuery({ queryKey: summariesKeys.overview, queryFn: summariesApi.overview });
  if (data) return <Shown me={me} view={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

/** What every kern wants, for the council: a table to read, to print, and to open each kern from. */
export function OverviewPage() {
  return <SignedIn>{(me) => <Overview me={me} />}</SignedIn>;
}
