import { Button, Field, Input } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { GuestState, PersonInKernView } from "../../members/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { Ago, Exactly } from "../kit/moment.tsx";
import { ReasonForm } from "../kit/reason-form.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./people.module.css";
import { peopleApi, peopleKeys } from "./people-api.ts";

export const signs: Record<
  GuestState,
  { icon: "mail" | "clock" | "check" | "alert" | "lock" | "out" | "square" | "talk"; tone: string }
> = {
  invited: { icon: "mail", tone: "wait" },
  "mail-bounced": { icon: "alert", tone: "trouble" },
  waiting: { icon: "clock", tone: "wait" },
  accepted: { icon: "check", tone: "wait" },
  "tab-opened": { icon: "check", tone: "fine" },
  "reachable-by-bot": { icon: "talk", tone: "fine" },
  "web-only": { icon: "square", tone: "fine" },
  blocked: { icon: "lock", tone: "trouble" },
  left: { icon: "out", tone: "gone" },
};

type Deed = "block" | "unblock" | "end" | "restore";

const deedsFor = ({ state, nextStep }: PersonInKernView): Deed[] => {
  if (state === "left") return nextStep === "restore" ? ["restore"] : [];
  return state === "blocked" ? ["unblock", "end"] : ["block", "end"];
};

/** One person in one kern, with what can be done for her below. */
export function PersonRow({ row, withKern }: { row: PersonInKernView; withKern: boolean }) {
  const say = useText("members");
  const [doing, setDoing] = useState<Deed>();
  const { icon, tone } = signs[row.state];
  const close = () => setDoing(undefined);
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <strong>{row.name}</strong>
        <span className={styles.meta}>{row.email}</span>
        {withKern && <span className={styles.meta}>{row.kernName}</span>}
      </div>
      <div className={styles.state}>
        <span className={styles.mark} data-tone={tone}>
          <Icon name={icon} size={16} />
          {say(`people.state.${row.state}`)}
        </span>
        <span className={styles.meta}>
          <Ago at={row.stateSince} />
        </span>
      </div>
      <div className={styles.step}>
        {row.nextStep !== "none" && <p>{say(`people.step.${row.nextStep}`)}</p>}
        {row.mailFailure && <p className={styles.meta}>{say("people.mailFailure", { failure: row.mailFailure })}</p>}
        {row.block && (
          <p className={styles.meta}>
            {say("people.block.because", { reason: row.block.reason })}
            {row.block.until && (
              <>
                {" "}
                {say("people.block.till")} <Exactly at={row.block.until} />
              </>
            )}
          </p>
        )}
      </div>
      <div className={styles.deeds}>
        {deedsFor(row).map((deed) => (
          <TextButton key={deed} quiet expanded={doing === deed} onClick={() => setDoing(doing === deed ? undefined : deed)}>
            {say(`people.${deed}`)}
            <span className="visually-hidden"> {row.name}</span>
          </TextButton>
        ))}
      </div>
      {doing === "block" && <BlockForm row={row} close={close} />}
      {doing && doing !== "block" && <Sure key={doing} row={row} deed={doing} close={close} />}
    </li>
  );
}

function useDone(close: () => void) {
  const queries = useQueryClient();
  return async (words: string) => {
    announce(words);
    close();
    await queries.invalidateQueries({ queryKey: peopleKeys.all });
  };
}

function Sure({ row, deed, close }: { row: PersonInKernView; deed: Exclude<Deed, "block">; close: () => void }) {
  const say = useText("members");
  const words = useFaultWords();
  const done = useDone(close);
  const act = useMutation({
    mutationFn: (): Promise<unknown> => peopleApi[deed](row.kern, row.person),
    onSuccess: () => done(say(`people.${deed}.done`, { name: row.name })),
  });
  return (
    <div className={styles.sure}>
      <p>{say(`people.${deed}.sure`, { name: row.name, kern: row.kernName })}</p>
      <div className={styles.deeds}>
        <BusyButton appearance="primary" busy={act.isPending} onClick={() => act.mutate()}>
          {say(`people.${deed}.yes`)}
        </BusyButton>
        <Button appearance="subtle" onClick={close}>
          {say("people.cancel")}
        </Button>
      </div>
      {act.error && <p role="alert">{words(act.error)}</p>}
    </div>
  );
}

/** The block lasts through the chosen day, in the time of this device. */
const endOf = (day: string): string | null => (day === "" ? null : new Date(`${day}T23:59:59`).toISOString());

function BlockForm({ row, close }: { row: PersonInKernView; close: () => void }) {
  const say = useText("members");
  const done = useDone(close);
  const [day, setDay] = useState("");
  const block = useMutation({
    mutationFn: (reason: string) => peopleApi.block(row.person, { kern: row.kern, reason, until: endOf(day) }),
    onSuccess: () => done(say("people.block.done", { name: row.name })),
  });
  return (
    <div className={styles.sure}>
      <p>{say("people.block.sure", { name: row.name })}</p>
      <Field label={say("people.block.until")} hint={say("people.block.until.hint")} className={styles.day}>
        <Input type="date" value={day} onChange={(_, to) => setDay(to.value)} />
      </Field>
      <ReasonForm
        hint={say("people.block.hint", { name: row.name })}
        templates={[say("people.block.1"), say("people.block.2")]}
        send={say("people.block.yes")}
        busy={block.isPending}
        fault={block.error}
        onSend={(reason) => block.mutate(reason)}
        onCancel={close}
      />
    </div>
  );
}
