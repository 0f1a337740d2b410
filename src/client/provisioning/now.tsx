import { Button } from "@fluentui/react-components";
import type { RunView, TeamsView } from "../../provisioning/contract.ts";
import { timeOfDay } from "../../shared/time.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Ago } from "../kit/moment.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./admin.module.css";
import { ApplyForm } from "./apply-form.tsx";
import { RunProgress } from "./run-progress.tsx";
import { useSaid } from "./said.ts";
import { type Headline, headlineOf, rowsOf } from "./teams-state.ts";

const signs: Record<Headline["is"], { icon: IconName; tone: string }> = {
  applying: { icon: "clock", tone: "busy" },
  waiting: { icon: "clock", tone: "busy" },
  looking: { icon: "search", tone: "busy" },
  never: { icon: "search", tone: "busy" },
  failed: { icon: "alert", tone: "trouble" },
  fine: { icon: "check", tone: "fine" },
  people: { icon: "alert", tone: "asked" },
  differs: { icon: "alert", tone: "asked" },
  unfinished: { icon: "tasks", tone: "asked" },
};

interface NowProps {
  view: TeamsView;
  run: RunView | null;
  busy: boolean;
  look: () => void;
  fault: unknown;
  /** Whether it is being chosen what to apply. */
  choosing: boolean;
  choose: (choosing: boolean) => void;
}

/** How it is at this moment, and the one thing to do about it. */
export function Now({ view, run, busy, look, fault, choosing, choose }: NowProps) {
  const say = useText("provisioning");
  const said = useSaid();
  const words = useFaultWords();
  const headline = headlineOf(view, run?.endedAt === null ? run : null);
  const { icon, tone } = signs[headline.is];
  const applying = headline.is === "applying" || headline.is === "waiting";
  const found = view.look?.found ?? null;
  const { open } = found ? rowsOf(found) : { open: [] };
  const unfinished = open.filter(({ state }) => state === "unfinished").length;
  const lookedAt = view.look?.run.endedAt;
  const failure = view.look?.run.failure ?? null;
  const mayApply = !busy && (found?.steps.length ?? 0) > 0;
  return (
    <section className={styles.now} data-tone={tone} aria-label={say("now.label")}>
      <div className={styles.headline}>
        <Icon name={icon} size={28} />
        <div>
          <h2>{headlineWords()}</h2>
          {!applying && lookedAt && (
            <p className={styles.meta}>
              {say("now.looked")} <Ago at={lookedAt} /> {say("now.at", { time: timeOfDay(new Date(lookedAt)) })}
            </p>
          )}
        </div>
        {mayApply && !choosing && (
          <Button appearance="primary" size="large" onClick={() => choose(true)}>
            {say("apply")}
          </Button>
        )}
      </div>
      {headline.is === "differs" && unfinished > 0 && <p>{say("head.also", { count: unfinished })}</p>}
      {headline.is === "failed" && failure && (
        <div role="alert" className={styles.failure}>
          <p>{said(failure)}</p>
          <p>{say("now.failed.next")}</p>
        </div>
      )}
      {found?.problems
        .filter(({ kern }) => kern === null && !applying)
        .map(({ code, text }) => (
          <p key={code} className={styles.problem}>
            <Icon name="alert" size={18} />
            {said(text)}
          </p>
        ))}
      {applying && run && <RunProgress run={run} kernen={found?.kernen ?? []} />}
      {choosing && found && view.look && mayApply && (
        <ApplyForm look={view.look.run.run} rows={open} close={() => choose(false)} />
      )}
      {!applying &&
        (busy ? (
          <p className={styles.meta} role="status">
            {say("now.looking")}
          </p>
        ) : (
          !choosing && <TextButton onClick={look}>{say("now.again")}</TextButton>
        ))}
      {Boolean(fault) && <p role="alert">{words(fault)}</p>}
    </section>
  );

  function headlineWords(): string {
    if (headline.is === "applying") return say("head.applying", { done: headline.done, total: headline.total });
    if (headline.is === "differs" || headline.is === "unfinished") return say(`head.${headline.is}`, { count: headline.count });
    return say(`head.${headline.is}`);
  }
}
