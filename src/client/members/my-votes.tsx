import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import { paths } from "../../shared/links.ts";
import type { PollSummary } from "../../voting/contract.ts";
import { api } from "../api.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Section, Sheet } from "../kit/layout.tsx";
import { Exactly } from "../kit/moment.tsx";
import { ListSkeleton } from "../kit/skeleton.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./mine.module.css";
import { standingIn } from "./own-standing.ts";

const atFirst = 8;

function Line({ me, poll }: { me: MeView; poll: PollSummary }) {
  const say = useText("members");
  const standing = standingIn(poll);
  const icon = standing === "voted" || standing === "pass" ? "check" : standing === "open" ? "ballot" : "clock";
  return (
    <li>
      <p className={styles.words}>
        <Go to={paths.poll(me.municipality, poll.poll)}>{poll.question}</Go>
      </p>
      <p className={styles.meta}>
        <strong className={styles.standing} data-standing={standing}>
          <Icon name={icon} size={16} />
          {say(`votes.${standing}`)}
        </strong>
        {me.kernen.length > 1 && <span>{poll.kernName}</span>}
        <span>
          {say(poll.state === "closed" ? "votes.closed" : "votes.until")} <Exactly at={poll.closesAt} />
        </span>
      </p>
    </li>
  );
}

/** The polls on whose roll I am, and whether I voted: never what, for nobody keeps that under a name. */
export function MyVotes({ me }: { me: MeView }) {
  const say = useText("members");
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: keys.polls(undefined), queryFn: () => api.polls() });
  const mine = data?.polls.filter(({ onRoll, state }) => onRoll && state !== "planned") ?? [];
  if (data && mine.length === 0) return null;
  const shown = all ? mine : mine.slice(0, atFirst);
  return (
    <Section title={say("votes")}>
      {!data && (error ? <ErrorState fault={error} again={() => void refetch()} /> : <ListSkeleton rows={2} />)}
      {data && (
        <Sheet>
          <ul className={styles.list}>
            {shown.map((poll) => (
              <Line key={poll.poll} me={me} poll={poll} />
            ))}
          </ul>
          {mine.length > shown.length && (
            <div className={styles.foot}>
              <Button onClick={() => setAll(true)}>{say("votes.more", { count: mine.length - shown.length })}</Button>
            </div>
          )}
          <p className={styles.note}>{say(mine.some(({ level }) => level === 0) ? "votes.what.named" : "votes.what")}</p>
        </Sheet>
      )}
    </Section>
  );
}
