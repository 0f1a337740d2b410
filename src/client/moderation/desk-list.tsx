import { Checkbox } from "@fluentui/react-components";
import { type RefObject, useEffect } from "react";
import type { DeskItem } from "../../moderation/contract.ts";
import { Icon, type IconName } from "../kit/icon.tsx";
import { serverNow } from "../kit/server-clock.ts";
import { daysAgo } from "../kit/time-left.ts";
import { useText } from "../language.ts";
import styles from "./desk.module.css";
import { canBeAccepted, idOf, nameOf } from "./desk-order.ts";

const icons: Record<DeskItem["kind"], IconName> = { proposal: "note", answer: "talk", "join-request": "person" };

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
  list: RefObject<HTMLUListElement | null>;
  items: DeskItem[];
  /** Which one is open; -1 for none. */
  place: number;
  onOpen: (place: number) => void;
  chosen: ReadonlySet<string>;
  onChoose: (id: string) => void;
}

/** The tasks, one line of what and one of where and since when; each can be chosen for doing several at once. */
export function DeskList({ list, items, place, onOpen, chosen, onChoose }: DeskListProps) {
  const say = useText("moderation");
  useEffect(() => {
    if (place < 0) return;
    const button = list.current?.children[place]?.querySelector("button");
    button?.scrollIntoView({ block: "nearest" });
    // Only when one is walking the list by key does the focus walk along.
    if (list.current?.contains(document.activeElement)) button?.focus();
  }, [place, list]);
  return (
    <ul ref={list} className={styles.list}>
      {items.map((item, index) => {
        const id = idOf(item);
        return (
          <li key={id}>
            {canBeAccepted(item) ? (
              <Checkbox
                aria-label={say("choose", { name: nameOf(item) })}
                checked={chosen.has(id)}
                onChange={() => onChoose(id)}
              />
            ) : (
              <span className={styles.noBox} />
            )}
            <button
              type="button"
              data-task={id}
              aria-current={index === place ? "true" : undefined}
              onClick={() => onOpen(index)}
            >
              <span className={styles.meta}>
                <span className={styles.kind}>
                  <Icon name={icons[item.kind]} size={16} />
                  {say(`kind.${item.kind}`)}
                </span>
                <Due item={item} />
              </span>
              <strong>{nameOf(item)}</strong>
              <span className={styles.meta}>
                <span>{item.kernName}</span>
                {item.kind !== "join-request" && <span>{item.authorName}</span>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
