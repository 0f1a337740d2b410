/** From rows to what crosses the wire. */
import type { Actor, Tx } from "../shared/work.ts";
import { askerOf, signedIn } from "./asker.ts";
import type { CommentView, Place, ProposalSummary, ProposalView } from "./contract.ts";
import { commentsOf, hasSupported, type StoredComment } from "./discussion-store.ts";
import { eventsOf } from "./event-store.ts";
import type { ListedProposal } from "./list-store.ts";
import { mayOpenPoll, refuseComment, refuseDeed, refuseEdit, refuseSupport, shownHistory } from "./rules.ts";
import type { StoredProposal } from "./store.ts";
import { refuseCorrection, refuseTreatment, type TreatmentDeed } from "./treatment-rules.ts";

const mostComments = 500;

/** The proposal with discussion and history as this person may read it. That she may read it at all, the caller has checked. */
export async function proposalView(tx: Tx, actor: Actor, found: StoredProposal): Promise<ProposalView> {
  const person = signedIn(actor);
  const asker = askerOf(actor, found);
  const comments = await commentsOf(tx, found.proposal, person, mostComments);
  const events = await eventsOf(tx, found.proposal);
  const may = (deed: TreatmentDeed) => refuseTreatment(deed, found, asker) === null;
  const between = asker.author || asker.officer;
  return {
    ...summaryOf({ ...found, excerpt: [...found.body].slice(0, 200).join("") }),
    body: found.body,
    version: found.version,
    reason: between ? found.reason : null,
    ...treatmentOf(found),
    supported: await hasSupported(tx, found.proposal, person),
    mine: asker.author,
    comments: comments.map((comment) => commentView(comment, person)),
    history: shownHistory(
      events.map(({ event, at, reason, answerDue, former }) => ({
        event,
        at: at.toISOString(),
        reason,
        ...(answerDue && { answerDue }),
        ...(former && { former }),
      })),
      asker,
    ),
    can: {
      edit: refuseEdit(found, asker) === null,
      submit: refuseDeed("submit", found, asker) === null,
      support: refuseSupport(found, asker) === null,
      comment: refuseComment(found, asker) === null,
      publish: refuseDeed("publish", found, asker) === null,
      return: refuseDeed("return", found, asker) === null,
      refuse: refuseDeed("refuse", found, asker) === null,
      withdraw: refuseDeed("withdraw", found, asker) === null,
      take: may("take"),
      answer: may("answer"),
      correct: refuseCorrection(found, asker) === null,
      finish: may("finish"),
      openPoll: mayOpenPoll(found, asker),
    },
  };
}

function treatmentOf(found: StoredProposal): Pick<ProposalView, "handling" | "answer" | "finish"> {
  const { handledBy, treatedAt, answerDue, answer, outcome, signedBy, answeredAt, correctedAt, finish, finishedAt } = found;
  return {
    handling: handledBy && treatedAt ? { handledBy, at: treatedAt.toISOString(), answerDue } : null,
    answer:
      answer && outcome && signedBy && answeredAt
        ? { outcome, text: answer, signedBy, at: answeredAt.toISOString(), correctedAt: correctedAt?.toISOString() ?? null }
        : null,
    finish: finish && finishedAt ? { text: finish, at: finishedAt.toISOString() } : null,
  };
}

/** `excerpt` may still hold line ends. */
export function summaryOf(row: Omit<ListedProposal, "key">): ProposalSummary {
  return {
    proposal: row.proposal,
    kern: row.kern,
    kernName: row.kernName,
    title: row.title,
    excerpt: row.excerpt.replace(/\s+/g, " ").trim(),
    state: row.state,
    treatment: row.treatment,
    outcome: row.outcome,
    authorName: row.authorName,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
    supportCount: row.supportCount,
    commentCount: row.commentCount,
    photo: row.photo,
    photoAlt: row.photoAlt ?? "",
    place: placeOf(row),
  };
}

function placeOf({
  placeLabel,
  latitude,
  longitude,
}: Pick<ListedProposal, "placeLabel" | "latitude" | "longitude">): Place | null {
  if (latitude === null || longitude === null) return null;
  return { label: placeLabel ?? "", latitude, longitude };
}

export function commentView(
  { comment, stance, body, authorName, at, agreeCount, agreed, author }: StoredComment,
  person: string,
): CommentView {
  return { comment, stance, body, authorName, at: at.toISOString(), agreeCount, agreed, mine: author === person };
}
