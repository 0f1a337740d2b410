import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CommentView, ProposalView } from "../../proposals/contract.ts";
import { announce } from "../kit/announce.tsx";
import { BusyButton } from "../kit/busy-button.tsx";
import { useFaultWords } from "../kit/error-state.tsx";
import { Icon } from "../kit/icon.tsx";
import { Ago } from "../kit/moment.tsx";
import { Paragraphs } from "../kit/paragraphs.tsx";
import { useText } from "../language.ts";
import { keys } from "../queries.ts";
import styles from "./discussion.module.css";
import { proposalsApi } from "./proposals-api.ts";

interface CommentProps {
  proposal: ProposalView;
  comment: CommentView;
}

/** Puts what the server said about agreeing into the proposal that is shown. */
function withAgreement(proposal: ProposalView, id: string, now: { agreed: boolean; agreeCount: number }): ProposalView {
  return { ...proposal, comments: proposal.comments.map((each) => (each.comment === id ? { ...each, ...now } : each)) };
}

/** One comment, with who wrote it, and the button to agree. */
export function Comment({ proposal, comment }: CommentProps) {
  const say = useText("proposals");
  const words = useFaultWords();
  const queries = useQueryClient();
  const agree = useMutation({
    mutationFn: (wanted: boolean) => proposalsApi.agree(proposal.proposal, comment.comment, wanted),
    onSuccess(now) {
      queries.setQueryData<ProposalView>(
        keys.proposal(proposal.proposal),
        (before) => before && withAgreement(before, comment.comment, now),
      );
      announce(say("agree.count", { count: now.agreeCount }));
    },
  });
  return (
    <li className={styles.comment}>
      <p className={styles.who}>
        <strong>{comment.authorName}</strong> · <Ago at={comment.at} />
      </p>
      <Paragraphs text={comment.body} />
      {proposal.can.comment && !comment.mine ? (
        <div className={styles.agree}>
          <BusyButton
            busy={agree.isPending}
            appearance="subtle"
            size="small"
            icon={<Icon name="thumb" size={18} filled={comment.agreed} />}
            pressed={comment.agreed}
            onClick={() => agree.mutate(!comment.agreed)}
          >
            {say("agree")}
            {comment.agreeCount > 0 && ` · ${comment.agreeCount}`}
          </BusyButton>
        </div>
      ) : (
        comment.agreeCount > 0 && (
          <p className={styles.agreed}>
            <Icon name="thumb" size={16} />
            {say("agree.count", { count: comment.agreeCount })}
          </p>
        )
      )}
      {agree.error && (
        <p role="alert" className={styles.fault}>
          {words(agree.error)}
        </p>
      )}
    </li>
  );
}
