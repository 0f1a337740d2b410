import { ProgressBar } from "@fluentui/react-components";
import type { Found, RunView } from "../../provisioning/contract.ts";
import { useText } from "../language.ts";
import styles from "./admin.module.css";
import { useSaid } from "./said.ts";
import { remaining } from "./teams-state.ts";

/** How far an apply is, what it does just now, what it waits for, and how long it may still take. */
export function RunProgress({ run, kernen }: { run: RunView; kernen: Found["kernen"] }) {
  const say = useText("provisioning");
  const said = useSaid();
  const { progress } = run;
  const by = run.askedBy ? say("progress.by", { name: run.askedBy }) : say("progress.itself");
  if (!progress || progress.total === 0)
    return (
      <div className={styles.progress}>
        <ProgressBar thickness="large" aria-label={say("progress.label")} />
        <p>{progress?.waitingFor ? say("progress.waits", { what: said(progress.waitingFor) }) : say("progress.begins")}</p>
        <p className={styles.meta}>{by}</p>
      </div>
    );
  const { kern, step, done, total, remainingMs, waitingFor } = progress;
  const name = kernen.find((one) => one.kern === kern)?.name ?? kern;
  const left = remainingMs === null ? null : remaining(remainingMs);
  return (
    <div className={styles.progress}>
      <ProgressBar
        thickness="large"
        value={done}
        max={total}
        aria-label={say("progress.label")}
        aria-valuetext={say("progress.steps", { done, total })}
      />
      <p className={styles.count}>
        {say("progress.steps", { done, total })} · {left ? say(`left.${left.unit}`, { count: left.count }) : say("left.unknown")}
      </p>
      <p>
        <strong>{name}</strong>: {said(step)}
      </p>
      {waitingFor && <p className={styles.meta}>{say("progress.waits", { what: said(waitingFor) })}</p>}
      <p className={styles.meta}>
        {by} {say("progress.leave")}
      </p>
    </div>
  );
}
