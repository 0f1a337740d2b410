import type { CommentView, Stance } from "../../proposals/contract.ts";

export const stances = ["for", "against", "question"] as const satisfies readonly Stance[];

/** The comments of each stance: the most agreed with first, of equals the oldest first. */
export function byStance(comments: readonly CommentView[]): Record<Stance, CommentView[]> {
  const sorted = [...comments].sort((one, other) => other.agreeCount - one.agreeCount || one.at.localeCompare(other.at));
  return {
    for: sorted.filter((comment) => comment.stance === "for"),
    against: sorted.filter((comment) => comment.stance === "against"),
    question: sorted.filter((comment) => comment.stance === "question"),
  };
}
