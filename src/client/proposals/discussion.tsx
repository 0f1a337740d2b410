import { useState } from "react";
import type { CommentView, ProposalView, Stance } from "../../proposals/contract.ts";
import { TextButton } from "../kit/text-button.tsx";
import { useHeld } from "../kit/use-held.ts";
import { useWide } from "../kit/use-wide.ts";
import { useText } from "../language.ts";
import { byStance, stances } from "./by-stance.ts";
import { Comment } from "./comment.tsx";
import { CommentForm } from "./comment-form.tsx";
import styles from "./discussion.module.css";

const atFirst = 5;

interface ColumnProps {
  proposal: ProposalView;
  stance: Stance;
  comments: CommentView[];
}

function Column({ proposal, stance, comments }: ColumnProps) {
  const say = useText("proposals");
  const [all, setAll] = useState(false);
  // Nobody's words jump up or down because a neighbour agrees with them: new ones come below.
  const { rows, waiting } = useHeld(stance, comments, ({ comment }) => comment, false);
  const steady = [...rows, ...waiting];
  const shown = all ? steady : steady.slice(0, atFirst);
  return (
    <section className={styles.column} data-stance={stance}>
      <h3>{say(`stance.${stance}`, { count: comments.length })}</h3>
      {comments.length === 0 && <p className="muted small">{say(`stance.${stance}.none`)}</p>}
      <ul>
        {shown.map((comment) => (
          <Comment key={comment.comment} proposal={proposal} comment={comment} />
        ))}
      </ul>
      {shown.length < comments.length && (
        <TextButton onClick={() => setAll(true)}>{say("comments.rest", { count: comments.length - shown.length })}</TextButton>
      )}
    </section>
  );
}

/** What people say about it: three columns where there is room, one at a time on a phone. */
export function Discussion({ proposal }: { proposal: ProposalView }) {
  const say = useText("proposals");
  const wide = useWide();
  const [chosen, setChosen] = useState<Stance>("for");
  const sorted = byStance(proposal.comments);
  return (
    <section className={styles.discussion}>
      <h2>{say("discussion")}</h2>
      {!wide && (
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">{say("discussion.choose")}</legend>
          {stances.map((stance) => (
            <button key={stance} type="button" aria-pressed={chosen === stance} onClick={() => setChosen(stance)}>
              {say(`stance.${stance}`, { count: sorted[stance].length })}
            </button>
          ))}
        </fieldset>
      )}
      <div className={styles.columns}>
        {stances
          .filter((stance) => wide || stance === chosen)
          .map((stance) => (
            <Column key={stance} proposal={proposal} stance={stance} comments={sorted[stance]} />
          ))}
      </div>
      {proposal.can.comment && <CommentForm proposal={proposal.proposal} onSent={setChosen} />}
    </section>
  );
}
