import type { MessageView, ReachWay } from "../../notifications/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import styles from "./reach.module.css";

const signs = { channel: "square", mail: "mail", chat: "talk" } as const;
const ways: ReachWay[] = ["channel", "mail", "chat"];

/** How many a message was meant for, how many each way reached, and how many nothing did. */
export function ReachNumbers({ message }: { message: MessageView }) {
  const say = useText("reach");
  const { meant, reached, missed, card } = message;
  return (
    <div className={styles.numbers}>
      <span>{say("meant", { count: meant })}</span>
      {ways
        .filter((way) => reached[way] > 0)
        .map((way) => (
          <span key={way} className={styles.way}>
            <Icon name={signs[way]} size={16} />
            {say(`way.${way}`, { count: reached[way] })}
          </span>
        ))}
      <span className={styles.way} data-tone={missed > 0 ? "trouble" : "fine"}>
        <Icon name={missed > 0 ? "alert" : "check"} size={16} />
        {missed > 0 ? say("missed", { count: missed }) : say("missed.none")}
      </span>
      {card && card.state !== "done" && (
        <span className={styles.way} data-tone={card.state === "refused" ? "trouble" : "wait"}>
          <Icon name={card.state === "refused" ? "alert" : "clock"} size={16} />
          {say(card.state === "refused" ? "card.refused" : "card.on-its-way")}
        </span>
      )}
    </div>
  );
}
