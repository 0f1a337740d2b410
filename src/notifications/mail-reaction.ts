import type { Event, Reaction } from "../shared/reaction.ts";
import type { Fact } from "../shared/work.ts";

/** A reaction that says itself which fact it follows. */
export interface MailReaction extends Reaction {
  follows: string;
}

/**
 * Makes reactions to the facts of one slice: `follow("mail-welcome", "guest-recorded", run)` is the job
 * "notifications.mail-welcome", and `run` gets that very fact.
 */
export function following<Facts extends Fact>() {
  return <Name extends Facts["fact"]>(
    deed: string,
    follows: Name,
    run: (event: Event<Extract<Facts, { fact: Name }>>) => Promise<void>,
  ): MailReaction => ({
    name: `notifications.${deed}`,
    follows,
    run: (event) => run(event as Event<Extract<Facts, { fact: Name }>>),
  });
}
