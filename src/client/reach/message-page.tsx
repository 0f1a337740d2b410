import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { MeView } from "../../members/contract.ts";
import type { MessageReachView, PersonReachView } from "../../notifications/contract.ts";
import { paths } from "../../shared/links.ts";
import { ChoicePills } from "../kit/choice-pills.tsx";
import { EmptyState, ErrorState } from "../kit/error-state.tsx";
import { PageHeading } from "../kit/heading.tsx";
import { Icon } from "../kit/icon.tsx";
import { Medium, Narrow, Section, Sheet } from "../kit/layout.tsx";
import { Exactly } from "../kit/moment.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { WayBack } from "../kit/way-back.tsx";
import { useText } from "../language.ts";
import { ForOfficers } from "./for-officers.tsx";
import styles from "./reach.module.css";
import { reachApi, reachKeys } from "./reach-api.ts";
import { ReachNumbers } from "./reach-numbers.tsx";
import { useTitle } from "./use-title.ts";

const tones = { done: "fine", refused: "trouble", "on-its-way": "wait", unwanted: "wait" } as const;
const icons = { done: "check", refused: "alert", "on-its-way": "clock", unwanted: "minus" } as const;

function Person({ one }: { one: PersonReachView }) {
  const say = useText("reach");
  return (
    <li className={styles.person}>
      <strong>{one.name}</strong>
      <div className={styles.ways}>
        {one.ways.map(({ way, state, detail }) => (
          <div key={way}>
            <span className={styles.way} data-tone={tones[state]}>
              <Icon name={icons[state]} size={16} />
              {state === "unwanted" ? say("unwanted") : say(`reached.${way}.${state}`)}
            </span>
            {detail && <p className={styles.meta}>{say("theirWords", { detail })}</p>}
          </div>
        ))}
        {one.whyNot && <p>{say(`why.${one.whyNot}`)}</p>}
      </div>
    </li>
  );
}

function People({ people }: { people: PersonReachView[] }) {
  const say = useText("reach");
  const missed = people.filter(({ whyNot }) => whyNot !== null);
  const [choice, choose] = useState<"missed" | "all">(missed.length > 0 ? "missed" : "all");
  const shown = choice === "missed" ? missed : people;
  return (
    <Section title={say("people")}>
      <ChoicePills
        legend={say("filter")}
        pills={[
          { value: "missed", label: say("all.missed"), count: missed.length },
          { value: "all", label: say("all"), count: people.length },
        ]}
        value={choice}
        onChoose={choose}
      />
      {shown.length === 0 ? (
        <EmptyState title={say(people.length === 0 ? "people.none" : "people.allReached")} />
      ) : (
        <Sheet>
          <ul className={styles.rows}>
            {shown.map((one) => (
              <Person key={one.person} one={one} />
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  );
}

function Shown({ me, view: { message, people } }: { me: MeView; view: MessageReachView }) {
  const say = useText("reach");
  const titleOf = useTitle();
  return (
    <Medium>
      <WayBack to={paths.reach(me.municipality)}>{say("back")}</WayBack>
      <div className={styles.top}>
        <p className={styles.meta}>
          {say(`kind.${message.kind}`)} · {message.kernName} · <Exactly at={message.at} />
        </p>
        <PageHeading>{titleOf(message)}</PageHeading>
        <ReachNumbers message={message} />
        {message.card?.detail && <p className={styles.meta}>{say("theirWords", { detail: message.card.detail })}</p>}
      </div>
      <People people={people} />
    </Medium>
  );
}

function Message({ me }: { me: MeView }) {
  const { kern = "", bericht = "" }: Record<string, string | undefined> = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: reachKeys.message(kern, bericht),
    queryFn: () => reachApi.message(kern, bericht),
  });
  if (data) return <Shown me={me} view={data} />;
  return <Narrow>{error ? <ErrorState page fault={error} again={() => void refetch()} /> : <PageSkeleton />}</Narrow>;
}

/** Everyone one message was meant for: how each was reached, or why not. */
export function MessagePage() {
  const say = useText("reach");
  return <ForOfficers title={say("reach")}>{(me) => <Message me={me} />}</ForOfficers>;
}
