import { Refused } from "../shared/refused.ts";
import { secretAction } from "../shared/work.ts";
import { castSlip } from "./cast-slip.ts";
import { type BallotReceipt, castByLetterInput } from "./contract.ts";
import { letterAsker } from "./letter-asker.ts";
import { findPoll } from "./store.ts";

/** Casts a slip in a poll of level 1 by the code of a letter, or replaces the earlier one of this device. Refuses what castSlip refuses. */
export const castByLetter = secretAction({
  name: "voting.cast-by-letter",
  kind: "secret",
  input: castByLetterInput,
  async run({ now, inMunicipality, vault }, { municipality, code, oldEnough, ...slip }): Promise<BallotReceipt> {
    const asker = await inMunicipality(municipality, async (tx) => {
      const found = await findPoll(tx, slip.poll);
      if (found?.level !== 1) throw new Refused("not-found");
      return letterAsker(tx, vault, found, code);
    });
    return castSlip({ inMunicipality, vault, municipality, receivedAt: now, asker, oldEnough }, slip, null);
  },
});
