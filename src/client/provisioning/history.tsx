import type { Found, RunView } from "../../provisioning/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { Exactly } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import styles from "./lists.module.css";
import { useSaid } from "./said.ts";

function Run({ run, kernen }: { run: RunView; kernen: Found["kernen"] }) {
  const say = useText("provisioning");
  const said = useSaid();
  const nameOf = (slug: string) => kernen.find(({ kern }) => kern === slug)?.name ?? slug;
  const good = run.failure === null && run.failures.length === 0;
  const scope = run.kernen ? run.kernen.map(nameOf).join(", ") : say("history.all");
  return (
    <li>
      <p className={styles.outcome} data-good={good}>
        <Icon name={good ? "check" : "alert"} size={18} />
        {run.failure
          ? say("history.failed")
          : good
            ? say("history.good", { count: run.progress?.done ?? 0 })
            : say("history.half", { count: new Set(run.failures.map(({ kern }) => kern)).size })}
      </p>
      <p className={styles.meta}>
        <Exactly at={run.endedAt ?? run.askedAt} /> · {run.askedBy ?? say(run.byCommand ? "history.command" : "history.itself")} ·{" "}
        {scope}
        {run.part && <> · {say(`form.part.${run.part}`)}</>}
      </p>
      {run.failure && <p>{said(run.failure)}</p>}
      {run.failures.length > 0 && (
        <ul className={styles.failures}>
          {run.failures.map(({ kern, step, said: why }) => (
            <li key={kern}>
              <strong>{nameOf(kern)}</strong>: {said(step)}. {said(why)}
            </li>
          ))}
        </ul>
      )}
      {!good && <p className={styles.meta}>{say("history.next")}</p>}
    </li>
  );
}

/** What was applied before, on this page or without it: by whom, when, and how it went. */
export function History({ runs, kernen }: { runs: RunView[]; kernen: Found["kernen"] }) {
  const say = useText("provisioning");
  return (
    <Section title={say("history.title")}>
      {runs.length === 0 ? (
        <p className="muted">{say("history.none")}</p>
      ) : (
        <Sheet>
          <ul className={styles.list}>
            {runs.map((run) => (
              <Run key={run.run} run={run} kernen={kernen} />
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  );
}
