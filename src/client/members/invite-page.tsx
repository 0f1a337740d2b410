import { Field, Input, Radio, RadioGroup, Select } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MeView, PeopleView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { type FormFault, faultAt, faultsOfForm, looksLikeEmail } from "../form-faults.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { EmptyState, ErrorState, useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Narrow, Section, Sheet } from "../kit/layout.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { WayBack } from "../kit/way-back.tsx";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { SignedIn } from "../session.tsx";
import { InviteList } from "./invite-list.tsx";
import styles from "./people.module.css";
import { type InviteForm, peopleApi, peopleKeys } from "./people-api.ts";

const fields = ["name", "email", "consent"];
const empty = { name: "", email: "", language: "nl" as const, consent: "" };

function InviteOne({ kern }: { kern: string }) {
  const say = useText("members");
  const words = useFaultWords();
  const queries = useQueryClient();
  const [form, setForm] = useState<Omit<InviteForm, "kern">>(empty);
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const invite = useMutation({
    mutationFn: async () => ({ ...(await peopleApi.invite({ ...form, kern })), name: form.name }),
    async onSuccess({ webOnly, name }) {
      announce(say(webOnly ? "invite.one.webOnly" : "invite.one.done", { name }));
      setForm({ ...empty, consent: form.consent });
      await queries.invalidateQueries({ queryKey: peopleKeys.all });
    },
    onError: (fault) => setFaults(faultsOfForm(asProblem(fault).fields, fields, "name")),
  });
  const check = (): FormFault[] => [
    ...(form.name.trim().length < 2 ? [{ field: "name", sentence: say("join.name.short") }] : []),
    ...(looksLikeEmail(form.email) ? [] : [{ field: "email", sentence: say("join.email.wrong") }]),
    ...(form.consent.trim().length < 2 ? [{ field: "consent", sentence: say("invite.consent.missing") }] : []),
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = check();
    setFaults(found);
    setAttempt(attempt + 1);
    if (found.length === 0) invite.mutate();
  };
  const text = (field: "name" | "email" | "consent", type: "text" | "email" = "text") => (
    <Field label={say(`invite.${field}`)} hint={say(`invite.${field}.hint`)} validationMessage={faultAt(faults, field)}>
      <Input
        id={field}
        type={type}
        autoComplete="off"
        value={form[field]}
        onChange={(_, to) => setForm({ ...form, [field]: to.value })}
      />
    </Field>
  );
  return (
    <Sheet>
      <form noValidate className={styles.form} onSubmit={send}>
        <ErrorSummary faults={faults} attempt={attempt} />
        {text("name")}
        {text("email", "email")}
        <Field label={say("invite.language")}>
          <RadioGroup
            layout="horizontal"
            value={form.language}
            onChange={(_, to) => setForm({ ...form, language: to.value === "en" ? "en" : "nl" })}
          >
            <Radio value="nl" label="Nederlands" />
            <Radio value="en" label="English" />
          </RadioGroup>
        </Field>
        {text("consent")}
        <div className={styles.deeds}>
          <BusyButton type="submit" appearance="primary" busy={invite.isPending}>
            {say("invite.one.send")}
          </BusyButton>
        </div>
        {invite.error && faults.length === 0 && <p role="alert">{words(invite.error)}</p>}
        {invite.data && <p>{say(invite.data.webOnly ? "invite.one.webOnly" : "invite.one.done", { name: invite.data.name })}</p>}
      </form>
    </Sheet>
  );
}

function Invite({ me, kernen }: { me: MeView; kernen: PeopleView["kernen"] }) {
  const say = useText("members");
  const [kern, setKern] = useState(kernen[0]?.kern ?? "");
  return (
    <Narrow>
      <WayBack to={paths.people(me.municipality)}>{say("people")}</WayBack>
      <PageHeading>{say("invite")}</PageHeading>
      {kernen.length > 1 && (
        <Field label={say("invite.kern")}>
          <Select value={kern} onChange={(_, to) => setKern(to.value)}>
            {kernen.map((each) => (
              <option key={each.kern} value={each.kern}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Section title={say("invite.one")}>
        <InviteOne kern={kern} />
      </Section>
      <Section title={say("invite.many")}>
        <InviteList kern={kern} />
      </Section>
    </Narrow>
  );
}

function InviteForOfficer({ me }: { me: MeView }) {
  const filter = { q: "" };
  const { data, error, refetch } = useQuery({ queryKey: peopleKeys.list(filter), queryFn: () => peopleApi.people(filter) });
  if (!data) return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
  return <Invite me={me} kernen={data.kernen} />;
}

/** An officer asks people in: one by name, or a whole list out of a file. */
export function InvitePage() {
  const say = useText("members");
  return (
    <SignedIn>
      {(me) =>
        me.can.moderate ? (
          <InviteForOfficer me={me} />
        ) : (
          <Narrow>
            <PageHeading>{say("invite")}</PageHeading>
            <EmptyState title={say("people.notYours")}>{say("people.notYours.body")}</EmptyState>
          </Narrow>
        )
      }
    </SignedIn>
  );
}
