import { useQuery } from "@tanstack/react-query";
import { paths } from "../../shared/links.ts";
import { dateTimeInWords } from "../../shared/time.ts";
import type { NewsLine, VisitNews } from "../../summaries/contract.ts";
import { Go } from "../kit/go.tsx";
import { useLanguage, useText } from "../language.ts";
import styles from "./news.module.css";
import { summariesApi, summariesKeys } from "./summaries-api.ts";

interface Line extends NewsLine {
  to: string;
  title: string;
  outcome?: string;
}

function Part({ title, lines, more }: { title: string; lines: Line[]; more: number }) {
  const say = useText("summaries");
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ to, title: said, kernName, outcome }) => (
          <li key={to}>
            <span className="muted">{kernName}:</span> <Go to={to}>{said}</Go> {outcome && <strong>{outcome}</strong>}
          </li>
        ))}
        {more > 0 && <li className="muted">{say("news.more", { count: more })}</li>}
      </ul>
    </div>
  );
}

function Shown({ municipality, news }: { municipality: string; news: VisitNews }) {
  const say = useText("summaries");
  const { proposals, polls, answers } = news;
  if (proposals.count + polls.length + answers.length === 0) return <p>{say("news.none")}</p>;
  const toProposal = (line: VisitNews["answers"][number]): Line => ({ ...line, to: paths.proposal(municipality, line.proposal) });
  return (
    <div className={styles.parts}>
      <Part
        title={say("news.proposals", { count: proposals.count })}
        lines={proposals.newest.map(toProposal)}
        more={proposals.count - proposals.newest.length}
      />
      <Part
        title={say("news.polls", { count: polls.length })}
        lines={polls.map((line) => ({ ...line, title: line.question, to: paths.poll(municipality, line.poll) }))}
        more={0}
      />
      <Part title={say("news.answers", { count: answers.length })} lines={answers.map(toProposal)} more={0} />
    </div>
  );
}

/** What is new since she was here before. Asking for it notes that she is here; without an answer there is nothing to miss. */
export function News({ municipality }: { municipality: string }) {
  const say = useText("summaries");
  const language = useLanguage();
  const { data: news } = useQuery({ queryKey: summariesKeys.news, queryFn: summariesApi.noteVisit });
  return (
    <section className={styles.news} aria-labelledby="sinds">
      <h2 id="sinds">{say("news")}</h2>
      {news &&
        (news.since === null ? (
          <p>{say("news.first")}</p>
        ) : (
          <>
            <p className="muted small">{say("news.since", { at: dateTimeInWords(new Date(news.since), language) })}</p>
            <Shown municipality={municipality} news={news} />
          </>
        ))}
    </section>
  );
}
