import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useText } from "../language.ts";
import { asProblem } from "../problem.ts";
import { PageHeading } from "./heading.tsx";
import { Icon } from "./icon.tsx";
import { PhoneLine } from "./phone-line.tsx";
import styles from "./states.module.css";

/** What happened, in the server's words when it gave some, else in ours. */
export function useFaultWords(): (fault: unknown) => string {
  const say = useText("shell");
  return (fault) => {
    const problem = asProblem(fault);
    if (problem.sentence) return problem.sentence;
    if (problem.code === "unreachable") return say("fault.unreachable");
    if (problem.code === "timed-out") return say("fault.timedOut");
    if (problem.status === 404) return say("fault.notFound");
    return say("fault.ours");
  };
}

interface ErrorStateProps {
  fault: unknown;
  again?: () => void;
  /** It stands in the place of the whole page, so it carries the page's heading. */
  page?: boolean;
}

/** In the place of what could not be shown: what happened, what to do, and whom to call. */
export function ErrorState({ fault, again, page = false }: ErrorStateProps) {
  const say = useText("shell");
  const words = useFaultWords();
  return (
    <div className={styles.error} role="alert">
      <Icon name="alert" size={24} />
      <div className={styles.words}>
        {page ? (
          <PageHeading className={styles.title}>{words(fault)}</PageHeading>
        ) : (
          <p className={styles.title}>{words(fault)}</p>
        )}
        <p>{say("fault.nothingLost")}</p>
        <div className={styles.deeds}>
          {again && <Button onClick={again}>{say("again")}</Button>}
          <PhoneLine />
        </div>
      </div>
    </div>
  );
}

/** In the place of an empty list: what will be here, and the one thing to do. */
export function EmptyState({ title, children, deed }: { title: string; children?: ReactNode; deed?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <p>{children}</p>}
      {deed}
    </div>
  );
}
