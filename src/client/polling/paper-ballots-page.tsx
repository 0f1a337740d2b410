import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../../shared/links.ts";
import { dateTimeInWords } from "../../shared/time.ts";
import type { PollView } from "../../voting/contract.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { euros } from "../kit/money.ts";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useLanguage, useText } from "../language.ts";
import { SignedIn } from "../session.tsx";
import { useOptionLabel } from "../voting/option-label.ts";
import { usePoll } from "../voting/use-poll.ts";
import { Choices } from "./choices.tsx";
import { NumberField } from "./number-field.tsx";
import { wholeOf } from "./plan-form.ts";
import styles from "./polling.module.css";
import { pollingApi, pollingKeys } from "./polling-api.ts";
import print from "./print.module.css";

const mostCopies = 300;
/** From so many options a ballot is printed in smaller type, without their summaries. */
const longList = 20;

/** What to do with the pen, by the form of the ballot. */
function useInstruction(poll: PollView): string {
  const say = useText("polling");
  const { form, count } = poll;
  const language = useLanguage();
  const budget = "budget" in count ? euros(count.budget, language) : "";
  switch (form.kind) {
    case "multiple":
      return say("print.multiple", { min: form.min, max: form.max });
    case "approval":
      return form.max === null ? say("print.approval") : say("print.approval.max", { max: form.max });
    case "knapsack":
      return say("print.knapsack", { budget });
    case "ranking":
      return form.max === null ? say("print.ranking") : say("print.ranking.max", { max: form.max });
    case "score":
      return say("print.score", { max: form.max });
    case "points":
      return say("print.points", { total: form.total });
    default:
      return say("print.one");
  }
}

function PaperSheet({ poll, code }: { poll: PollView; code: string }) {
  const say = useText("polling");
  const label = useOptionLabel();
  const language = useLanguage();
  const closesAt = dateTimeInWords(new Date(poll.closesAt), language);
  const instruction = useInstruction(poll);
  return (
    <article className={print.ballot}>
      <p className={print.ballotHead}>
        <span>{say("print.head", { kern: poll.kernName })}</span>
        <strong>{code}</strong>
      </p>
      <h2>{poll.question}</h2>
      <p>
        <strong>{instruction}</strong>
      </p>
      <ol className={print.options} data-long={poll.options.length > longList}>
        {poll.options.map((option, place) => (
          <li key={option.option}>
            <span className={print.box} />
            <span className={print.number}>{place + 1}</span>
            <span>
              {label(option)}
              {option.summary && <small>{option.summary}</small>}
            </span>
            {option.cost > 0 && <span className={print.price}>{euros(option.cost, language)}</span>}
          </li>
        ))}
      </ol>
      <p>{say("print.foot", { closesAt })}</p>
    </article>
  );
}

function Sheets({ poll }: { poll: PollView }) {
  const say = useText("polling");
  const {
    data: paper,
    error,
    refetch,
  } = useQuery({
    queryKey: pollingKeys.paper(poll.poll),
    queryFn: () => pollingApi.paper(poll.poll),
  });
  const [copies, setCopies] = useState("1");
  const [size, setSize] = useState<"A4" | "A5">("A4");
  if (error) return <ErrorState page fault={error} again={() => void refetch()} />;
  if (!paper) return <PageSkeleton />;
  const number = Math.min(mostCopies, Math.max(1, wholeOf(copies) ?? 1));
  return (
    <>
      <div className={`${print.screenOnly} ${styles.form}`}>
        <Go to={paths.deskPaper(poll.municipality, poll.poll)}>{say("back")}</Go>
        <PageHeading>{say("print.title")}</PageHeading>
        <p>{say("print.body")}</p>
        <NumberField
          id="copies"
          label={say("print.copies")}
          hint={say("print.copies.hint", { most: mostCopies })}
          value={copies}
          fault={undefined}
          onChange={setCopies}
        />
        <Choices
          id="size"
          legend={say("print.size")}
          value={size}
          options={[
            { value: "A4", label: "A4" },
            { value: "A5", label: "A5" },
          ]}
          onChange={setSize}
        />
        <div>
          <Button appearance="primary" icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {say("print.deed")}
          </Button>
        </div>
      </div>
      <div className={`${print.sheets} ${size === "A4" ? print.onA4 : print.onA5}`}>
        {Array.from({ length: number }, (_, copy) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: copies are all the same
          <PaperSheet key={copy} poll={poll} code={paper.code ?? ""} />
        ))}
      </div>
    </>
  );
}

function PaperBallots() {
  const { id = "" } = useParams({ strict: false });
  const { data, error, refetch } = usePoll(id);
  if (data) return <Sheets poll={data} />;
  return error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />;
}

/** Ballots for the printer: the poll's code, every option in the frozen order, big type. */
export function PaperBallotsPage() {
  return (
    <main className={print.bare}>
      <SignedIn>{() => <PaperBallots />}</SignedIn>
    </main>
  );
}
