import { Button, Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import { api } from "../api.ts";
import { useHost } from "../host-context.ts";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Go, useGo } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Sheet } from "../kit/layout.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { changeLanguage, type Language, useLanguage, useText } from "../language.ts";
import { useInstall } from "../offline/install.ts";
import { keys } from "../queries.ts";
import { useForgetAll } from "../session.tsx";
import { LeaveKern } from "./leave-kern.tsx";
import styles from "./members.module.css";

function LanguageChoice() {
  const say = useText("members");
  const language = useLanguage();
  const queries = useQueryClient();
  // The mark moves at once; the words follow when they have arrived.
  const [marked, setMarked] = useState(language);
  useEffect(() => setMarked(language), [language]);
  const change = async (chosen: Language) => {
    setMarked(chosen);
    await changeLanguage(chosen);
    await api.changeLanguage(chosen);
    await queries.invalidateQueries({ queryKey: keys.me });
  };
  return (
    <Field label={say("me.language")}>
      <RadioGroup value={marked} onChange={(_, given) => void change(given.value as Language)}>
        <Radio value="nl" label="Nederlands" />
        <Radio value="en" label="English" />
      </RadioGroup>
    </Field>
  );
}

function SignOut() {
  const say = useText("members");
  const words = useFaultWords();
  const go = useGo();
  const forgetAll = useForgetAll();
  const signOut = useMutation({
    mutationFn: api.signOut,
    async onSuccess() {
      go(paths.home());
      await forgetAll();
    },
  });
  return (
    <div className={styles.sure}>
      <BusyButton busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {say("me.signOut")}
      </BusyButton>
      {signOut.error && <p role="alert">{words(signOut.error)}</p>}
    </div>
  );
}

/** For staff on a phone, where not everything fits under the thumb. */
function Workplaces({ me }: { me: MeView }) {
  const say = useText("shell");
  return (
    <ul className={styles.kernen}>
      {me.can.moderate && (
        <li>
          <Go to={paths.desk(me.municipality)}>{say("nav.desk")}</Go>
        </li>
      )}
      {me.can.readOverview && (
        <li>
          <Go to={paths.overview(me.municipality)}>{say("nav.council")}</Go>
        </li>
      )}
      {me.can.administer && (
        <li>
          <Go to={paths.teams(me.municipality)}>{say("nav.admin")}</Go>
        </li>
      )}
    </ul>
  );
}

/** How I am known here, where I take part, my language, and the way out. */
export function About({ me }: { me: MeView }) {
  const say = useText("members");
  const host = useHost();
  const install = useInstall();
  const [leaving, setLeaving] = useState("");
  return (
    <Sheet>
      <dl className={styles.facts}>
        <div>
          <dt>{say("me.email")}</dt>
          <dd>{me.email}</dd>
          <dd>
            <Go to={paths.account(me.municipality)}>{say("account.link")}</Go>
          </dd>
          {me.webOnly && <dd className="small muted">{say("me.webOnly")}</dd>}
        </div>
        {me.kernen.length > 0 && (
          <div>
            <dt>{say("me.kernen", { municipality: me.municipalityName })}</dt>
            <dd>
              <ul className={styles.kernen}>
                {me.kernen.map((kern) => (
                  <li key={kern.kern}>
                    <Go to={paths.kern(me.municipality, kern.kern)}>{kern.name}</Go>
                    {leaving === kern.kern ? (
                      <LeaveKern kern={kern} onStay={() => setLeaving("")} />
                    ) : (
                      <TextButton quiet onClick={() => setLeaving(kern.kern)}>
                        {say("me.leave")}
                      </TextButton>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {(me.can.moderate || me.can.readOverview || me.can.administer) && (
          <div>
            <dt>{say("me.work")}</dt>
            <dd>
              <Workplaces me={me} />
            </dd>
          </div>
        )}
        <div>
          <dd>
            <LanguageChoice />
          </dd>
        </div>
        {install && (
          <div>
            <dd>
              <Button icon={<Icon name="phone" size={18} />} onClick={install}>
                {say("me.install")}
              </Button>
              <p className="small muted">{say("me.install.body")}</p>
            </dd>
          </div>
        )}
        {host.kind === "browser" && (
          <div>
            <dd>
              <SignOut />
            </dd>
          </div>
        )}
      </dl>
    </Sheet>
  );
}
