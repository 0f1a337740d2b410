import { Button, Spinner } from "@fluentui/react-components";
import { type ReactNode, useRef } from "react";
import type { MeetingSummary } from "../../meetings/contract.ts";
import { Section, Sheet } from "../kit/layout.tsx";
import { NewRows } from "../kit/new-rows.tsx";
import { useHeld } from "../kit/use-held.ts";
import { useLanguage, useText } from "../language.ts";
import styles from "./agenda.module.css";
import { byMonth, monthInWords } from "./when.ts";

export const idOf = ({ meeting }: MeetingSummary): string => meeting;

interface MonthsProps {
  /** Which list it is (a filter): another one starts anew. */
  name: string;
  meetings: readonly MeetingSummary[];
  /** An answer is under way. */
  loading: boolean;
  /** Null when there is no next page. */
  more: { fetch: () => void; busy: boolean } | null;
  /** What stands there instead when there are none. */
  none: ReactNode;
  /** One row. */
  children: (meeting: MeetingSummary) => ReactNode;
}

/** Meetings under the month in which they begin. Holds still while it is read. */
export function Months({ name, meetings, loading, more, none, children }: MonthsProps) {
  const say = useText("meetings");
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const { rows, waiting, showAll } = useHeld(name, meetings, idOf, loading);
  if (rows.length === 0) return none;
  return (
    <>
      <NewRows words={waiting.length > 0 ? say("list.new", { count: waiting.length }) : null} list={list} onShow={showAll} />
      <div ref={list}>
        {byMonth(rows).map(({ key, rows: within }) => (
          <Section key={key} title={monthInWords(within[0]?.startsAt ?? key, language)}>
            <Sheet>
              <ul className={styles.rows}>{within.map(children)}</ul>
            </Sheet>
          </Section>
        ))}
      </div>
      {more && (
        <div className={styles.next}>
          <Button onClick={more.fetch} icon={more.busy ? <Spinner size="tiny" /> : undefined}>
            {say("list.next")}
          </Button>
        </div>
      )}
    </>
  );
}
