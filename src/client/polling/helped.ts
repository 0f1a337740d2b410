/** Whom one is helping to vote: in the memory of the open page alone, so that no address, history or store of this device knows. */
import type { HelpedVoter } from "../voting/deliver.ts";

export interface Helped {
  poll: string;
  voter: HelpedVoter;
  name: string;
}

let helped: Helped | null = null;

export function beginHelp(given: Helped): void {
  helped = given;
}

/** Gives it once: who comes back to the page finds nothing. */
export function takeHelped(poll: string): Helped | null {
  const found = helped?.poll === poll ? helped : null;
  helped = null;
  return found;
}
