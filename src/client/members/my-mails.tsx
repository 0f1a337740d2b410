import { Switch } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MeView } from "../../members/contract.ts";
import type { MailSettingsView, MailSettingView } from "../../notifications/contract.ts";
import { announce } from "../kit/announce.tsx";
import { ErrorState, useFaultWords } from "../kit/error-state.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import styles from "./mine.module.css";
import { peopleApi, peopleKeys } from "./people-api.ts";

/** One kind of mail with its switch, which moves at once and moves back when it was not kept. */
function Kind({ setting: { mail, wanted } }: { setting: MailSettingView }) {
  const say = useText("members");
  const words = useFaultWords();
  const queries = useQueryClient();
  const put = (to: MailSettingView) =>
    queries.setQueryData<MailSettingsView>(
      peopleKeys.mailSettings,
      (known) => known && { mails: known.mails.map((each) => (each.mail === to.mail ? to : each)) },
    );
  const change = useMutation({
    mutationFn: peopleApi.changeMailSetting,
    async onMutate(to) {
      await queries.cancelQueries({ queryKey: peopleKeys.mailSettings });
      put(to);
    },
    onError: (_, to) => put({ ...to, wanted: !to.wanted }),
    onSuccess(kept) {
      put(kept);
      announce(say(kept.wanted ? "mails.on" : "mails.off", { mail: say(`mails.${mail}`) }));
    },
  });
  return (
    <li>
      <Switch
        className={styles.switch}
        checked={wanted}
        labelPosition="before"
        label={
          <>
            {say(`mails.${mail}`)}
            <span className={styles.hint}>{say(`mails.${mail}.body`)}</span>
          </>
        }
        onChange={(_, to) => change.mutate({ mail, wanted: to.checked })}
      />
      {change.error && <p role="alert">{words(change.error)}</p>}
    </li>
  );
}

const always = ["mails.always.own", "mails.always.meeting", "mails.always.safe", "mails.always.block"] as const;

/** Which mails I want, and which come whatever I want. */
export function MyMails({ me }: { me: MeView }) {
  const say = useText("members");
  const { data, error, refetch } = useQuery({ queryKey: peopleKeys.mailSettings, queryFn: peopleApi.mailSettings });
  return (
    <Section title={say("mails")}>
      {!data && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={4} />)}
      {data && (
        <Sheet>
          <p className={styles.lead}>{say("mails.to", { email: me.email })}</p>
          <ul className={styles.list}>
            {data.mails.map((setting) => (
              <Kind key={setting.mail} setting={setting} />
            ))}
          </ul>
          <div className={styles.note}>
            <p>{say("mails.always")}</p>
            <ul className={styles.always}>
              {always.map((what) => (
                <li key={what}>{say(what)}</li>
              ))}
            </ul>
            <p>{say("mails.stop")}</p>
          </div>
        </Sheet>
      )}
    </Section>
  );
}
