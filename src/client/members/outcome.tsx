import type { ReactNode } from "react";
import { PageHeading } from "../kit/heading.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Narrow, Sheet } from "../kit/layout.tsx";
import styles from "./members.module.css";

interface OutcomeProps {
  icon: IconName;
  tone?: "good" | "wait";
  title: string;
  children: ReactNode;
}

/** A page with one piece of news: what happened, what comes next, and the one thing to do. */
export function Outcome({ icon, tone = "good", title, children }: OutcomeProps) {
  return (
    <Narrow>
      <Sheet className={styles.outcome}>
        <span className={styles.sign} data-tone={tone}>
          <Icon name={icon} size={28} />
        </span>
        <PageHeading>{title}</PageHeading>
        {children}
      </Sheet>
    </Narrow>
  );
}
