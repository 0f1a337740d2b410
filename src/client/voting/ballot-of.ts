import type { PublicPollView } from "../../voting/contract.ts";
import { budgetOf, type ChoiceFault, refuseChoice } from "../../voting/counting/choices.ts";
import { type Ballot, choiceOf, type Filling } from "./filling.ts";

type Poll = Pick<PublicPollView, "form" | "options" | "count">;

export const ballotOf = ({ form, options, count }: Poll): Ballot => ({ form, options, budget: budgetOf(count) });

/** What the server would refuse, by its own rules; null when this can be cast. */
export function faultOf(poll: Poll, filling: Filling): ChoiceFault | null {
  const options = poll.options.map(({ option, cost }) => ({ id: option, cost }));
  return refuseChoice(poll.form, options, budgetOf(poll.count), choiceOf(ballotOf(poll), filling));
}

/** Whether the options are plans one reads about, rather than bare words. */
export const hasPlans = ({ options }: Pick<Poll, "options">): boolean =>
  options.some(({ summary, cost, photo, place, proposal }) => summary !== "" || cost > 0 || Boolean(photo ?? place ?? proposal));
