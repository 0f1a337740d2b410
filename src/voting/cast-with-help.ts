import { Refused } from "../shared/refused.ts";
import { secretAction } from "../shared/work.ts";
import { castSlip } from "./cast-slip.ts";
import { type BallotReceipt, castWithHelpInput } from "./contract.ts";
import { namedVoter, refuseHelper } from "./helped-voter.ts";
import { findPoll } from "./store.ts";

/** Casts the slip of somebody who is helped, on the helper's device (level 1). Only officers and volunteers of the poll's kern. */
export const castWithHelp = secretAction({
  name: "voting.cast-with-help",
  kind: "secret",
  input: castWithHelpInput,
  async run({ actor, now, inMunicipality, vault }, { person, letter, oldEnough, ...slip }): Promise<BallotReceipt> {
    const { municipality } = actor;
    const asker = await inMunicipality(municipality, async (tx) => {
      const found = await findPoll(tx, slip.poll);
      if (found?.level !== 1) throw new Refused("not-found");
      refuseHelper(actor, found, { person });
      return namedVoter(tx, slip.poll, { person, letter }, actor.person);
    });
    return castSlip({ inMunicipality, vault, municipality, receivedAt: now, asker, oldEnough }, slip, null);
  },
});
