import { Button } from "@fluentui/react-components";
import type { DeskItem } from "../../moderation/contract.ts";
import { Icon } from "../kit/icon.tsx";
import { TextButton } from "../kit/text-button.tsx";
import { useText } from "../language.ts";
import styles from "./desk.module.css";

/** The server takes sixty changes a minute from one person. */
export const mostChosen = 50;

interface BulkBarProps {
  chosen: readonly DeskItem[];
  /** How many could be chosen. */
  all: number;
  onAll: () => void;
  onNone: () => void;
  onAccept: () => void;
  onHelp: () => void;
}

/** Choosing all, and saying yes to what was chosen in one go. */
export function BulkBar({ chosen, all, onAll, onNone, onAccept, onHelp }: BulkBarProps) {
  const say = useText("moderation");
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const [kind] = kinds;
  const deed = kinds.size > 1 || kind === undefined || kind === "answer" ? "mixed" : kind;
  return (
    <div className={styles.bulk}>
      {chosen.length > 0 && (
        <Button appearance="primary" icon={<Icon name="check" size={18} />} onClick={onAccept}>
          {say(`bulk.${deed}`, { count: chosen.length })}
        </Button>
      )}
      {chosen.length < Math.min(all, mostChosen) && (
        <TextButton onClick={onAll}>{all > mostChosen ? say("bulk.first", { count: mostChosen }) : say("bulk.all")}</TextButton>
      )}
      {chosen.length > 0 && <TextButton onClick={onNone}>{say("bulk.none")}</TextButton>}
      <span className={styles.keys}>
        <TextButton quiet onClick={onHelp}>
          {say("help")}
        </TextButton>
      </span>
    </div>
  );
}
