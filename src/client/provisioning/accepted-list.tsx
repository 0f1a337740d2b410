import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { AcceptedView, Found } from "../../provisioning/contract.ts";
import { announce } from "../kit/announce.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { Ago } from "../kit/moment.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./lists.module.css";
import { useSaid } from "./said.ts";
import { teamsApi, teamsKeys } from "./teams-api.ts";

function Accepted({ one, name, busy }: { one: AcceptedView; name: string; busy: boolean }) {
  const say = useText("provisioning");
  const said = useSaid();
  const words = useFaultWords();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => teamsApi.withdraw(one.kern, one.what),
    onSuccess: async () => {
      announce(say("accepted.undone", { name }));
      await queries.invalidateQueries({ queryKey: teamsKeys.view });
    },
  });
  return (
    <li>
      <p>
        <strong>{name}</strong>: {said(one.found)}
      </p>
      <p className={styles.meta}>
        {say("accepted.by", { name: one.by })} <Ago at={one.at} />
      </p>
      {!busy && (
        <TextButton quiet onClick={() => withdraw.mutate()}>
          {say("accepted.undo")}
          <span className="visually-hidden"> {name}</span>
        </TextButton>
      )}
      {withdraw.error && <p role="alert">{words(withdraw.error)}</p>}
    </li>
  );
}

/** Changes by others that an administrator lets be. */
export function AcceptedList({ accepted, kernen, busy }: { accepted: AcceptedView[]; kernen: Found["kernen"]; busy: boolean }) {
  const say = useText("provisioning");
  if (accepted.length === 0) return null;
  return (
    <Section title={say("accepted.title")}>
      <Sheet>
        <ul className={styles.list}>
          {accepted.map((one) => (
            <Accepted
              key={`${one.kern} ${one.what}`}
              one={one}
              name={kernen.find(({ kern }) => kern === one.kern)?.name ?? one.kern}
              busy={busy}
            />
          ))}
        </ul>
      </Sheet>
    </Section>
  );
}
