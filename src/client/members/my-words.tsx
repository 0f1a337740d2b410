import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import type { OwnWordsView } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { fitTitle } from "../kit/fit-title.ts";
import { Go } from "../kit/go.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { Ago } from "../kit/moment.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import styles from "./mine.module.css";
import { peopleApi, peopleKeys } from "./people-api.ts";

/** A glance; the rest on demand. */
const atFirst = 5;

function Said({ me, said }: { me: MeView; said: OwnWordsView["comments"][number] }) {
  const say = useText("members");
  return (
    <li>
      <p className={styles.meta}>
        <strong>{say(`words.${said.stance}`)}</strong>
        <Go to={paths.proposal(me.municipality, said.proposal)}>{said.title}</Go>
      </p>
      <p className={styles.words}>{fitTitle(said.body, 240)}</p>
      <p className={styles.meta}>
        {me.kernen.length > 1 && <span>{said.kernName}</span>}
        <Ago at={said.at} />
        {said.agreeCount > 0 && <span>{say("words.agreed", { count: said.agreeCount })}</span>}
      </p>
    </li>
  );
}

function Backed({ me, supports }: { me: MeView; supports: OwnWordsView["supports"] }) {
  const say = useText("members");
  return (
    <details className={styles.more}>
      <summary>{say("words.backed", { count: supports.length })}</summary>
      <ul className={styles.backed}>
        {supports.map(({ proposal, title }) => (
          <li key={proposal}>
            <Go to={paths.proposal(me.municipality, proposal)}>{title}</Go>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What I said in discussions, newest first, and which proposals I back. Nothing at all while there is nothing. */
export function MyWords({ me }: { me: MeView }) {
  const say = useText("members");
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: peopleKeys.ownWords, queryFn: peopleApi.ownWords });
  if (data && data.comments.length + data.supports.length === 0) return null;
  const shown = data?.comments.slice(0, all ? undefined : atFirst) ?? [];
  const hidden = (data?.comments.length ?? 0) - shown.length;
  return (
    <Section title={say("words")}>
      {!data && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={2} />)}
      {data && (
        <Sheet>
          {shown.length > 0 && (
            <ul className={styles.list}>
              {shown.map((said) => (
                <Said key={said.comment} me={me} said={said} />
              ))}
            </ul>
          )}
          {hidden > 0 && (
            <div className={styles.foot}>
              <Button onClick={() => setAll(true)}>{say("words.more", { count: hidden })}</Button>
            </div>
          )}
          {data.supports.length > 0 && <Backed me={me} supports={data.supports} />}
        </Sheet>
      )}
    </Section>
  );
}
