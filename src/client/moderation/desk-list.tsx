import { Field, Select } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { DeskItem, DeskView } from "../../moderation/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { daysAgo } from "../kit/time-left.ts";
import { useText } from "../language.ts";
import styles from "./desk.module.css";
import { idOf } from "./desk-order.ts";

/** "2 dagen te laat", "vandaag", "nog 3 dagen": by the calendar, with a sign when late. */
export function Due({ item }: { item: DeskItem }) {
  const say = useText("moderation");
  const days = daysAgo(serverNow(), Date.parse(item.dueAt));
  if (item.late)
    return (
      <span className={styles.late}>
        <Icon name="alert" size={16} />
        {days > 0 ? say("late.days", { count: days }) : say("late")}
      </span>
    );
  return <span>{days >= 0 ? say("due.today") : say("due.days", { count: -days })}</span>;
}

interface DeskListProps {
  view: DeskView;
  items: DeskItem[];
  kern: string;
  onKern: (kern: string) => void;
  /** Which one is open; -1 for none. */
  place: number;
  onOpen: (place: number) => void;
}

/** The tasks, one line of what and one of where and since when. */
export function DeskList({ view, items, kern, onKern, place, onOpen }: DeskListProps) {
  const say = useText("moderation");
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (place < 0) return;
    const button = list.current?.children[place]?.querySelector("button");
    button?.scrollIntoView({ block: "nearest" });
    // Only when one is walking the list by key does the focus walk along.
    if (list.current?.contains(document.activeElement)) button?.focus();
  }, [place]);
  return (
    <>
      {view.kernen.length > 1 && (
        <Field label={say("kern")}>
          <Select value={kern} onChange={(_, given) => onKern(given.value)}>
            <option value="">{say("kern.all")}</option>
            {view.kernen.map((each) => (
              <option key={each.kern} value={each.kern}>
                {each.name} ({each.waiting})
              </option>
            ))}
          </Select>
        </Field>
      )}
      <ul ref={list} className={styles.list}>
        {items.map((item, index) => (
          <li key={idOf(item)}>
            <button type="button" aria-current={index === place ? "true" : undefined} onClick={() => onOpen(index)}>
              <span className={styles.meta}>
                <span className={styles.kind}>
                  <Icon name={item.kind === "proposal" ? "note" : "person"} size={16} />
                  {say(`kind.${item.kind}`)}
                </span>
                <Due item={item} />
              </span>
              <strong>{item.kind === "proposal" ? item.title : item.request.name}</strong>
              <span className={styles.meta}>
                <span>{item.kernName}</span>
                {item.kind === "proposal" && <span>{item.authorName}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.keys}>{say("keys")}</p>
    </>
  );
}
