import type { ProposalSummary } from "../../proposals/contract.ts";
import { paths } from "../../shared/links.ts";
import { fitTitle } from "../kit/fit-title.ts";
import { Go } from "../kit/go.tsx";
import { Icon } from "../kit/icon.tsx";
import linked from "../kit/linked-row.module.css";
import type { RowPlace } from "../kit/long-list.tsx";
import { Ago } from "../kit/moment.tsx";
import { Photo } from "../kit/photo.tsx";
import { useText } from "../language.ts";
import styles from "./proposal-row.module.css";
import { StateMark } from "./state-mark.tsx";

interface ProposalRowProps {
  municipality: string;
  proposal: ProposalSummary;
  /** Level of the title: one below the heading the list stands under. */
  heading?: "h2" | "h3";
  /** Also say the state, for one's own proposals. */
  withState?: boolean;
  /** Also say the kern, in a list over several. */
  withKern?: boolean;
  /** In a long list. */
  place?: RowPlace;
}

/** One proposal in a list: the whole row leads to it. */
export function ProposalRow({
  municipality,
  proposal,
  heading: Heading = "h3",
  withState = false,
  withKern = false,
  place = {},
}: ProposalRowProps) {
  const say = useText("shell");
  const open = proposal.state === "draft" || proposal.state === "returned";
  const to =
    open && withState ? paths.editProposal(municipality, proposal.proposal) : paths.proposal(municipality, proposal.proposal);
  return (
    <li className={linked.row} {...place}>
      <div className={linked.words}>
        {(withState || proposal.treatment !== "none") && <StateMark proposal={proposal} />}
        <Heading className={linked.title}>
          <Go to={to}>{proposal.title || say("proposal.untitled")}</Go>
        </Heading>
        {proposal.excerpt && <p className={styles.excerpt}>{fitTitle(proposal.excerpt, 190)}</p>}
        <p className={linked.meta}>
          {proposal.state === "published" && (
            <>
              <span title={say("proposal.support.count", { count: proposal.supportCount })}>
                <Icon name="heart" size={16} />
                <span aria-hidden="true">{proposal.supportCount}</span>
                <span className="visually-hidden">{say("proposal.support.count", { count: proposal.supportCount })}</span>
              </span>
              <span title={say("proposal.comments.count", { count: proposal.commentCount })}>
                <Icon name="talk" size={16} />
                <span aria-hidden="true">{proposal.commentCount}</span>
                <span className="visually-hidden">{say("proposal.comments.count", { count: proposal.commentCount })}</span>
              </span>
            </>
          )}
          {withKern && <span>{proposal.kernName}</span>}
          {!withState && <span>{proposal.authorName}</span>}
          <Ago at={proposal.publishedAt ?? proposal.changedAt} />
        </p>
      </div>
      {proposal.photo && <Photo photo={proposal.photo} alt="" className={styles.photo} />}
    </li>
  );
}
