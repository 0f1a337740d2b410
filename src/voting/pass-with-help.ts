import { secretAction } from "../shared/work.ts";
import { type PassView, passWithHelpInput } from "./contract.ts";
import { namedVoter, refuseHelper } from "./helped-voter.ts";
import { issuePass } from "./issue-pass.ts";

/**
 * The voting pass of somebody who is helped, on the helper's device (level 2). Only officers and volunteers of the poll's kern. Kept is
 * that this place voted with help and how many each helper helped; not when, nor in which order.
 */
export const passWithHelp = secretAction({
  name: "voting.pass-with-help",
  kind: "secret",
  input: passWithHelpInput,
  run(work, { person, letter, ...request }): Promise<PassView> {
    const { actor } = work;
    return issuePass(work, { ...request, municipality: actor.municipality }, async (tx, poll) => {
      refuseHelper(actor, poll, { person });
      return namedVoter(tx, poll.poll, { person, letter }, actor.person);
    });
  },
});
