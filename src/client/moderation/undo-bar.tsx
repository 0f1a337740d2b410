import { Button } from "@fluentui/react-components";
import { Icon } from "../kit/icon.tsx";
import { useText } from "../language.ts";
import type { Batch, Decision, Decisions } from "./decisions.ts";
import { nameOf } from "./desk-order.ts";
import styles from "./undo-bar.module.css";

interface UndoBarProps {
  decisions: Decisions;
  onUndone: (undone: Decision[]) => void;
}

/** What was just decided, with ten seconds to take it back. */
export function UndoBar({ decisions, onUndone }: UndoBarProps) {
  const say = useText("moderation");
  const words = ({ decisions: made }: Batch): string => {
    const [first] = made;
    if (made.length !== 1 || !first) return say("decided.many", { count: made.length });
    const { item, deed } = first;
    const name = nameOf(item);
    if (item.kind === "proposal") return say(`decided.proposal.${deed}`, { name });
    return say(deed === "accept" ? "decided.join.accept" : "decided.join.refuse", { name });
  };
  return (
    <div className={styles.place} role="status">
      {decisions.batches().map((batch) => (
        <div key={batch.batch} className={styles.bar}>
          <p>{words(batch)}</p>
          {!batch.underWay && (
            <>
              <Button icon={<Icon name="undo" size={18} />} onClick={() => onUndone(decisions.undo(batch.batch))}>
                {say("undo")}
              </Button>
              <Button appearance="subtle" onClick={() => void decisions.carryOutAll()}>
                {say("undo.now")}
              </Button>
            </>
          )}
          {!batch.underWay && <span className={styles.time} aria-hidden="true" />}
        </div>
      ))}
    </div>
  );
}
