import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Found, FoundStep } from "../../provisioning/contract.ts";
import { announce } from "../kit/announce.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { Ago } from "../kit/moment.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./admin.module.css";
import { useSaid } from "./said.ts";
import { StepLine } from "./step-line.tsx";
import { teamsApi, teamsKeys } from "./teams-api.ts";
import { type KernRow, rowsOf } from "./teams-state.ts";

/** A change by others: what was found, what an apply does about it, and the choice to let it be. */
function DriftLine({ row, step, busy }: { row: KernRow; step: FoundStep & { drift: object }; busy: boolean }) {
  const say = useText("provisioning");
  const said = useSaid();
  const words = useFaultWords();
  const queries = useQueryClient();
  const { found, what, since, repairedByItself, acceptable } = step.drift as NonNullable<FoundStep["drift"]>;
  const accept = useMutation({
    mutationFn: () => teamsApi.accept(row.kern, what),
    onSuccess: async () => {
      announce(say("accept.done", { name: row.name }));
      await queries.invalidateQueries({ queryKey: teamsKeys.view });
    },
  });
  return (
    <>
      <p>{said(found)}</p>
      <p className={styles.remedy}>
        <span className={styles.meta}>{say("drift.remedy")}</span>
        <StepLine step={step} />
      </p>
      <p className={styles.meta}>
        {since && (
          <>
            {say("drift.since")} <Ago at={since} />.{" "}
          </>
        )}
        {repairedByItself && say("drift.byItself")}
      </p>
      {acceptable && !busy && (
        <TextButton quiet onClick={() => accept.mutate()}>
          {say("accept")}
          <span className="visually-hidden">: {said(found)}</span>
        </TextButton>
      )}
      {accept.error && <p role="alert">{words(accept.error)}</p>}
    </>
  );
}

function Row({ row, busy, first }: { row: KernRow; busy: boolean; first: boolean }) {
  const say = useText("provisioning");
  const said = useSaid();
  const [open, setOpen] = useState(first);
  const count = row.steps.length + row.problems.length;
  const isTheme = row.kern.startsWith("thema:");
  return (
    <li className={styles.row} data-state={row.state}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={styles.kernSign}>
            <Icon name={row.state === "differs" ? "alert" : "tasks"} size={18} />
          </span>
          <span className={styles.name}>
            {row.name}
            {isTheme && <span className={styles.meta}> {say("row.theme")}</span>}
          </span>
          <span className={styles.mark}>{say(`row.${row.state}`, { count })}</span>
          <span className={styles.turn} data-open={open}>
            <Icon name="down" size={18} />
          </span>
        </button>
      </h3>
      {open && (
        <ul className={styles.steps}>
          {row.problems.map(({ code, text }) => (
            <li key={`${code} ${text.nl}`} className={styles.problem}>
              <Icon name="alert" size={18} />
              {said(text)}
            </li>
          ))}
          {row.steps.map((step) => (
            <li key={step.identity}>
              {step.drift ? <DriftLine row={row} step={{ ...step, drift: step.drift }} busy={busy} /> : <StepLine step={step} />}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Every kern: first those that ask something, each with what would be done; the others by name. */
export function KernRows({ found, busy }: { found: Found; busy: boolean }) {
  const say = useText("provisioning");
  const { open, fine } = rowsOf(found);
  return (
    <Section title={say("rows.title")}>
      {open.length > 0 && (
        <Sheet>
          <ul className={styles.rows}>
            {open.map((row, place) => (
              <Row key={row.kern} row={row} busy={busy} first={place === 0} />
            ))}
          </ul>
        </Sheet>
      )}
      {fine.length > 0 && (
        <details className={styles.fine} open={open.length === 0}>
          <summary>
            <Icon name="check" size={18} />
            {say("rows.fine", { count: fine.length })}
          </summary>
          <ul>
            {fine.map(({ kern, name }) => (
              <li key={kern}>
                {name}
                {kern.startsWith("thema:") && <span className={styles.meta}> {say("row.theme")}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
