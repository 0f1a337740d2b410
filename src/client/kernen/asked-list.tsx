import { Suspense } from "react";
import type { MeetingSummary } from "../../meetings/contract.ts";
import { paths } from "../../shared/links.ts";
import { GoButton } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { Exactly, Left } from "../kit/moment.tsx";
import { useText } from "../language.ts";
import type { Asked } from "./asked.ts";
import styles from "./asked-list.module.css";
import { AskedMeeting } from "./lazy-meetings.ts";

type Other = Exclude<Asked, { kind: "meeting" }>;

function Kind({ item }: { item: Other }) {
  const say = useText("kernen");
  if (item.kind === "returned") return <>{say("asked.returned")}</>;
  return (
    <>
      {say(item.pass ? "asked.pass" : item.voted ? "asked.voted" : "asked.poll")} · <Left until={item.closesAt} />
    </>
  );
}

function Deed({ municipality, item, first }: { municipality: string; item: Other; first: boolean }) {
  const say = useText("kernen");
  const appearance = first ? "primary" : "secondary";
  if (item.kind === "returned")
    return (
      <GoButton to={paths.editProposal(municipality, item.id)} appearance={appearance}>
        {say("asked.edit")}
      </GoButton>
    );
  if (item.voted) return <GoButton to={paths.poll(municipality, item.id)}>{say("asked.see")}</GoButton>;
  return (
    <GoButton to={paths.booth(municipality, item.id)} appearance={appearance}>
      {say("asked.vote")}
    </GoButton>
  );
}

function Item({ municipality, item, first }: { municipality: string; item: Other; first: boolean }) {
  const say = useText("kernen");
  return (
    <li className={styles.item} data-done={item.kind === "poll" && item.voted}>
      <div className={styles.words}>
        <p className={styles.kind}>
          <Icon name={item.kind === "returned" ? "pencil" : item.voted ? "check" : "ballot"} size={18} />
          <span>
            <Kind item={item} />
          </span>
        </p>
        <h3 className={styles.title}>{item.title}</h3>
        {item.kind === "poll" && (
          <p className={styles.exact}>
            {say("asked.until")} <Exactly at={item.closesAt} />
          </p>
        )}
      </div>
      <Deed municipality={municipality} item={item} first={first} />
    </li>
  );
}

interface AskedListProps {
  municipality: string;
  items: Asked[];
  /** A meeting was answered here: as it stands now. */
  onAnswered: (meeting: MeetingSummary) => void;
}

/** What is asked of this person, each with the one thing to do. */
export function AskedList({ municipality, items, onAnswered }: AskedListProps) {
  return (
    <ul className={styles.list} data-unkept>
      {items.map((item, index) =>
        item.kind === "meeting" ? (
          <Suspense key={item.id} fallback={null}>
            <AskedMeeting municipality={municipality} meeting={item.meeting} first={index === 0} onAnswered={onAnswered} />
          </Suspense>
        ) : (
          <Item key={item.id} municipality={municipality} item={item} first={index === 0} />
        ),
      )}
    </ul>
  );
}
