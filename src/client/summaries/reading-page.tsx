import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { dateInWords, dateTimeInWords } from "../../shared/time.ts";
import type { KernReading, SourcedLine } from "../../summaries/contract.ts";
import { useKern } from "../kernen/use-kern.ts";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Narrow } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { Strip } from "../kit/strip.tsx";
import { useLanguage, useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { People } from "./people.tsx";
import styles from "./reading.module.css";
import { summariesApi, summariesKeys } from "./summaries-api.ts";
import { Trends } from "./trends.tsx";

function Line({ municipality, line }: { municipality: string; line: SourcedLine }) {
  const say = useText("summaries");
  return (
    <>
      <q>{line.text}</q>{" "}
      <Go to={paths.proposal(municipality, line.source.proposal)} className={styles.source}>
        {say(line.source.comment ? "source.comment" : "source.proposal")}
      </Go>
    </>
  );
}

function Arguments({ municipality, title, lines }: { municipality: string; title: string; lines: SourcedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line.text}>
            <Line municipality={municipality} line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Asks({ municipality, reading }: { municipality: string; reading: KernReading }) {
  const say = useText("summaries");
  if (reading.asks.length === 0) return <EmptyState title={say("asks.none")} />;
  return (
    <ol className={styles.asks}>
      {reading.asks.map((ask) => (
        <li key={ask.proposal} className={styles.ask}>
          <h3>
            <Go to={paths.proposal(municipality, ask.proposal)}>{ask.title}</Go>
          </h3>
          <p className={styles.support}>
            <Icon name="heart" size={16} /> <People count={ask.support} /> {say("supporters")}
          </p>
          <p>
            <Line municipality={municipality} line={ask.gist} />
          </p>
          <div className={styles.arguments}>
            <Arguments municipality={municipality} title={say("for")} lines={ask.argumentsFor} />
            <Arguments municipality={municipality} title={say("against")} lines={ask.argumentsAgainst} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Polls({ municipality, reading }: { municipality: string; reading: KernReading }) {
  const say = useText("summaries");
  const language = useLanguage();
  return (
    <ul className={styles.plain}>
      {reading.polls.map((poll) => (
        <li key={poll.poll}>
          <Go to={paths.poll(municipality, poll.poll)}>{poll.question}</Go> <strong>{poll.outcome}</strong>{" "}
          <span className="muted small">
            <People count={poll.voters} /> {say("of")} <People count={poll.rollSize} /> {say("voted")},{" "}
            {dateInWords(new Date(poll.closedAt), language)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Shown({ me, reading }: { me: MeView; reading: KernReading }) {
  const say = useText("summaries");
  const language = useLanguage();
  const kern = useKern(me.municipality, reading.kern);
  return (
    <Narrow>
      <Strip municipality={me.municipality} kern={reading.kern} name={reading.kernName} silhouette={kern?.silhouette} />
      <div className={styles.head}>
        <div>
          <PageHeading>{say("reading", { kern: reading.kernName })}</PageHeading>
          <p className="muted small">{say("made", { at: dateTimeInWords(new Date(reading.madeAt), language) })}</p>
        </div>
        <Button className={styles.print} icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
          {say("print")}
        </Button>
      </div>
      <p className={styles.how}>{say("reading.how")}</p>
      <section className={styles.part}>
        <h2>{say("asks")}</h2>
        <Asks municipality={me.municipality} reading={reading} />
      </section>
      {reading.polls.length > 0 && (
        <section className={styles.part}>
          <h2>{say("polls")}</h2>
          <Polls municipality={me.municipality} reading={reading} />
        </section>
      )}
      {reading.waiting.length > 0 && (
        <section className={styles.part}>
          <h2>{say("waiting")}</h2>
          <ul className={styles.plain}>
            {reading.waiting.map((each) => (
              <li key={each.proposal}>
                <Go to={paths.proposal(me.municipality, each.proposal)}>{each.title}</Go>{" "}
                <span className="muted small">{say("waiting.days", { count: each.days })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Trends kern={reading.kern} />
      <p>
        <Go to={paths.overview(me.municipality)}>{say("all")}</Go>
      </p>
    </Narrow>
  );
}

function Reading({ me }: { me: MeView }) {
  const { kern: slug = "" } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({ queryKey: summariesKeys.reading(slug), queryFn: () => summariesApi.reading(slug) });
  if (data) return <Shown me={me} reading={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

/** One kern for a councillor: what it asks, in the residents' own sentences, each with its source. */
export function ReadingPage() {
  return <SignedIn>{(me) => <Reading me={me} />}</SignedIn>;
}
