import { Refused } from "../shared/refused.ts";
import { secretAction } from "../shared/work.ts";
import { getPassInput, type PassView } from "./contract.ts";
import { issuePass } from "./issue-pass.ts";

/** The voting pass of a poll of level 2, for whoever is signed in and on the roll. Refuses what issuePass refuses. */
export const getPass = secretAction({
  name: "voting.get-pass",
  kind: "secret",
  input: getPassInput,
  async run(work, input): Promise<PassView> {
    const { person, municipality } = work.actor;
    if (person === null) throw new Refused("not-signed-in");
    return issuePass(work, { ...input, municipality }, async () => ({ person, helper: null }));
  },
});
