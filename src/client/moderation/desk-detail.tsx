import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { AnswerDue, DeskItem } from "../../moderation/contract.ts";
import { paths } from "../../shared/links.ts";
import { dateInWords } from "../../shared/time.ts";
import { api } from "../api.ts";
import { useKernView } from "../kernen/use-kern.ts";
import { ErrorState } from "../kit/error-state.tsx";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import { PageSkeleton } from "../kit/skeleton.tsx";
import { useLanguage, useText } from "../language.ts";
import { History } from "../proposals/history.tsx";
import { OfficerBox } from "../proposals/officer-box.tsx";
import { ProposalText } from "../proposals/proposal-text.tsx";
import { TreatmentBox } from "../proposals/treatment-box.tsx";
import { keys } from "../queries.ts";
import type { Decision, Deed } from "./decisions.ts";
import styles from "./desk.module.css";
import { Due } from "./desk-list.tsx";
import { JoinRequest } from "./join-request.tsx";

/** What was decided about the task, and why. */
export type Decide = (deed: Deed, reason?: string) => void;

interface DeskDetailProps {
  municipality: string;
  item: DeskItem;
  /** Back to the list, where the detail has the whole screen. */
  onBack: (() => void) | undefined;
  decide: Decide;
  /** What was decided about it and undone just now. */
  taken: Decision | undefined;
}

interface ProposalTaskProps {
  municipality: string;
  proposal: string;
  /** The list stands beside it and has the page's heading. */
  beside: boolean;
  decide: Decide;
  /** What was decided about it and undone just now. */
  taken: Decision | undefined;
}

function ProposalTask({ municipality, proposal, beside, decide, taken }: ProposalTaskProps) {
  const say = useText("moderation");
  const { data, error, refetch } = useQuery({ queryKey: keys.proposal(proposal), queryFn: () => api.proposal(proposal) });
  const kern = useKernView(municipality, data?.kern ?? "");
  if (!data) return error ? <ErrorState fault={error} again={() => void refetch()} /> : <PageSkeleton />;
  return (
    <>
      <article>
        <ProposalText proposal={data} polls={[]} kern={kern} below={beside} />
      </article>
      {data.can.openPoll ? (
        <TreatmentBox municipality={municipality} proposal={data} />
      ) : (
        <OfficerBox proposal={data} decide={decide} taken={taken} />
      )}
      <p>
        <Go to={paths.proposal(municipality, proposal)}>{say("open")}</Go>
      </p>
      <History proposal={data} />
    </>
  );
}

/** Why an answer is owed. */
function Owed({ answer: { promised, supportCount } }: { answer: AnswerDue }) {
  const say = useText("moderation");
  const language = useLanguage();
  return (
    <p className={styles.owed}>
      {promised
        ? say("owed.promised", { day: dateInWords(new Date(promised), language) })
        : say("owed.backed", { count: supportCount })}
    </p>
  );
}

/** One task in its entirety, with what can be decided. */
export function DeskDetail({ municipality, item, onBack, decide, taken }: DeskDetailProps) {
  const say = useText("moderation");
  const sheet = useRef<HTMLElement>(null);
  const alone = onBack !== undefined;
  useEffect(() => {
    if (alone) sheet.current?.focus({ preventScroll: true });
  }, [alone]);
  return (
    <section ref={sheet} tabIndex={-1} className={styles.detail} aria-label={say("detail")}>
      {onBack && (
        <Button appearance="subtle" icon={<Icon name="back" size={18} />} onClick={onBack}>
          {say("back")}
        </Button>
      )}
      <p className={styles.meta}>
        <span>{item.kernName}</span>
        <Due item={item} />
      </p>
      {item.kind === "answer" && <Owed answer={item} />}
      {item.kind === "join-request" ? (
        <JoinRequest request={item.request} alone={alone} decide={decide} taken={taken} />
      ) : (
        <ProposalTask municipality={municipality} proposal={item.proposal} beside={!alone} decide={decide} taken={taken} />
      )}
    </section>
  );
}
