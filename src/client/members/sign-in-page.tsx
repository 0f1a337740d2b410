import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { type FormFault, faultAt, faultsOfForm, looksLikeEmail } from "../form-faults.ts";
import { useHost } from "../host-context.ts";
import { byMunicipality } from "../kernen/find-kernen.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { forget, remember } from "../kit/device-memory.ts";
import { useFaultWords } from "../kit/error-state.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { Go } from "../kit/go.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Narrow, Sheet } from "../kit/layout.tsx";
import { useText } from "../language.ts";
import { usePlace } from "../place.tsx";
import { asProblem } from "../problem.ts";
import { keys } from "../queries.ts";
import { MailSent } from "./mail-sent.tsx";
import styles from "./members.module.css";
import { municipalityOf, safeReturn } from "./return-path.ts";
import { SignInFault } from "./sign-in-fault.tsx";
import { UnknownInTeams } from "./unknown-in-teams.tsx";

/** The municipalities one can sign in to, and the one that is most likely meant. */
function useMunicipality(back: string | null) {
  const { data } = useQuery({ queryKey: keys.kernen, queryFn: () => api.kernen(), staleTime: 5 * 60_000 });
  const place = usePlace();
  const [chosen, setChosen] = useState<string>();
  const all = byMunicipality(data?.kernen ?? []);
  const likely = [chosen, municipalityOf(back), place?.municipality].find((each) =>
    all.some((known) => known.municipality === each),
  );
  return { all, municipality: likely ?? all[0]?.municipality ?? "", choose: setChosen };
}

interface ByMailProps {
  municipality: string;
  back: string | null;
  onSent: (email: string) => void;
}

function ByMail({ municipality, back, onSent }: ByMailProps) {
  const say = useText("members");
  const words = useFaultWords();
  const [email, setEmail] = useState("");
  const [faults, setFaults] = useState<FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const ask = useMutation({
    mutationFn: () => api.askSignInLink(municipality, email.trim()),
    onSuccess() {
      if (back) remember("terug", back);
      else forget("terug");
      onSent(email.trim());
    },
    onError(fault) {
      const problem = asProblem(fault);
      const told = faultsOfForm(problem.fields, ["email"], "email");
      setFaults(told.length > 0 ? told : [{ field: "email", sentence: words(problem) }]);
    },
  });
  function send(event: FormEvent): void {
    event.preventDefault();
    setAttempt(attempt + 1);
    const right = looksLikeEmail(email);
    setFaults(right ? [] : [{ field: "email", sentence: say("join.email.wrong") }]);
    if (right) ask.mutate();
  }
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <ErrorSummary faults={faults} attempt={attempt} />
      <Field
        label={say("signIn.email")}
        hint={say("signIn.email.hint")}
        validationMessage={faultAt(faults, "email")}
        size="large"
      >
        <Input
          id="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          aria-required
          value={email}
          onChange={(_, given) => {
            setEmail(given.value);
            setFaults([]);
          }}
        />
      </Field>
      <div>
        <BusyButton type="submit" appearance="primary" size="large" busy={ask.isPending}>
          {say("signIn.send")}
        </BusyButton>
      </div>
    </form>
  );
}

/** Signing in: with a link by mail, or with Microsoft for who uses Teams. */
export function SignInPage() {
  const say = useText("members");
  const host = useHost();
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const back = safeReturn(search.terug);
  const { all, municipality, choose } = useMunicipality(back);
  const [sentTo, setSentTo] = useState("");
  if (host.kind === "teams") return <UnknownInTeams back={back} />;
  if (sentTo)
    return (
      <Narrow>
        <MailSent email={sentTo} purpose="signIn" onOther={() => setSentTo("")} />
      </Narrow>
    );
  const withMicrosoft = paths.signInWithMicrosoft(municipality, back ?? "/");
  return (
    <Narrow>
      <PageHeading>{say("signIn.title")}</PageHeading>
      {search.fout && <SignInFault code={search.fout} />}
      <Sheet className={styles.sheet}>
        {all.length > 1 && (
          <Field label={say("signIn.municipality")} size="large">
            <Select value={municipality} onChange={(_, given) => choose(given.value)}>
              {all.map((each) => (
                <option key={each.municipality} value={each.municipality}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <ByMail municipality={municipality} back={back} onSent={setSentTo} />
        <p className={styles.or}>{say("signIn.or")}</p>
        <div className={styles.way}>
          <Button as="a" href={withMicrosoft} size="large" icon={<Icon name="people" />}>
            {say("signIn.microsoft")}
          </Button>
          <p className="muted small">{say("signIn.microsoft.hint")}</p>
        </div>
      </Sheet>
      <p>
        {say("signIn.new")} <Go to={paths.join()}>{say("signIn.join")}</Go>
      </p>
    </Narrow>
  );
}
