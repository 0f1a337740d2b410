import { Refused } from "../shared/refused.ts";
import { secretAction } from "../shared/work.ts";
import { castSlip } from "./cast-slip.ts";
import { type BallotReceipt, castBallotInput } from "./contract.ts";

/**
 * Casts a slip in a poll of level 1, or replaces the caster's earlier one, until the poll closes; marks the voter's place on the roll
 * in the same transaction. Refuses "already-voted" when her place is marked and the slip is another caster's (another device, another
 * member of the household), "voted-on-paper", and what castSlip refuses. The time that counts is when the request reached the server.
 */
export const castBallot = secretAction({
  name: "voting.cast-ballot",
  kind: "secret",
  input: castBallotInput,
  async run({ actor, now, inMunicipality, vault }, { oldEnough, ...slip }): Promise<BallotReceipt> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const asker = { person: actor.person, helper: null };
    const { municipality } = actor;
    return castSlip({ inMunicipality, vault, municipality, receivedAt: now, asker, oldEnough }, slip, null);
  },
});
