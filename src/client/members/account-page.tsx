import { Field, Input, Select } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { looksLikeEmail } from "../form-faults.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow, Section, Sheet } from "../kit/layout.tsx";
import { WayBack } from "../kit/way-back.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import { SignedIn } from "../session.tsx";
import styles from "./people.module.css";
import { peopleApi } from "./people-api.ts";

interface DeedProps {
  send: string;
  busy: boolean;
  fault: unknown;
  /** What came of it; shown in the place of the button. */
  done: string | undefined;
  onSend: () => void;
  children?: ReactNode;
}

function Deed({ send, busy, fault, done, onSend, children }: DeedProps) {
  const words = useFaultWords();
  useEffect(() => {
    if (done !== undefined) announce(done);
  }, [done]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSend();
  };
  return (
    <Sheet>
      <form noValidate className={styles.form} onSubmit={submit}>
        {children}
        {done === undefined ? (
          <div className={styles.deeds}>
            <BusyButton type="submit" appearance="primary" busy={busy}>
              {send}
            </BusyButton>
          </div>
        ) : (
          <p>{done}</p>
        )}
        {Boolean(fault) && <p role="alert">{words(fault)}</p>}
      </form>
    </Sheet>
  );
}

function Address({ me }: { me: MeView }) {
  const say = useText("members");
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState(false);
  const ask = useMutation({ mutationFn: () => peopleApi.askEmailChange(email) });
  const send = () => {
    setWrong(!looksLikeEmail(email));
    if (looksLikeEmail(email)) ask.mutate();
  };
  const done = ask.data && say("account.address.sent", { email: ask.data.mailSentTo });
  return (
    <Section title={say("account.address")}>
      <Deed send={say("account.address.send")} busy={ask.isPending} fault={ask.error} done={done} onSend={send}>
        <p>{say("account.address.now", { email: me.email })}</p>
        <Field
          label={say("account.address.new")}
          hint={say("account.address.hint")}
          validationMessage={wrong ? say("join.email.wrong") : undefined}
        >
          <Input type="email" autoComplete="email" value={email} onChange={(_, to) => setEmail(to.value)} />
        </Field>
      </Deed>
    </Section>
  );
}

function Renewal({ me }: { me: MeView }) {
  const say = useText("members");
  const [kern, setKern] = useState(me.kernen[0]?.kern ?? "");
  const renew = useMutation({ mutationFn: () => peopleApi.renewInvitation(kern) });
  const done = renew.data && say("account.renew.sent", { email: renew.data.mailSentTo });
  return (
    <Section title={say("account.renew")}>
      <Deed send={say("account.renew.send")} busy={renew.isPending} fault={renew.error} done={done} onSend={() => renew.mutate()}>
        <p>{say("account.renew.body")}</p>
        {me.kernen.length > 1 && <KernChoice label={say("people.kern")} kernen={me.kernen} value={kern} choose={setKern} />}
      </Deed>
    </Section>
  );
}

function Move({ me }: { me: MeView }) {
  const say = useText("members");
  const queries = useQueryClient();
  const [from, setFrom] = useState(me.kernen[0]?.kern ?? "");
  const [to, setTo] = useState("");
  const { data } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 60 * 60_000 });
  const own = new Set(me.kernen.map(({ kern }) => kern));
  const others = (data?.kernen ?? []).filter((each) => each.municipality === me.municipality && !own.has(each.kern));
  const move = useMutation({
    mutationFn: () => peopleApi.move(from, to || (others[0]?.kern ?? "")),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.me }),
  });
  const done = move.data && say(move.data.state === "member" ? "account.move.done" : "account.move.waits");
  return (
    <Section title={say("account.move")}>
      <Deed send={say("account.move.send")} busy={move.isPending} fault={move.error} done={done} onSend={() => move.mutate()}>
        <p>{say("account.move.body")}</p>
        {me.kernen.length > 1 && <KernChoice label={say("account.move.from")} kernen={me.kernen} value={from} choose={setFrom} />}
        <KernChoice label={say("account.move.to")} kernen={others} value={to} choose={setTo} />
      </Deed>
    </Section>
  );
}

interface KernChoiceProps {
  label: string;
  kernen: readonly { kern: string; name: string }[];
  value: string;
  choose: (kern: string) => void;
}

function KernChoice({ label, kernen, value, choose }: KernChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, to) => choose(to.value)}>
        {kernen.map(({ kern, name }) => (
          <option key={kern} value={kern}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** My own address, my invitation to Teams, and moving to another kern. */
export function AccountPage() {
  const say = useText("members");
  return (
    <SignedIn>
      {(me) => (
        <Narrow>
          <WayBack to={paths.me(me.municipality)}>{say("me")}</WayBack>
          <PageHeading>{say("account")}</PageHeading>
          <Address me={me} />
          {me.kernen.length > 0 && !me.webOnly && <Renewal me={me} />}
          {me.kernen.length > 0 && <Move me={me} />}
        </Narrow>
      )}
    </SignedIn>
  );
}
