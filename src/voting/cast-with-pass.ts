import { secretAction } from "../shared/work.ts";
import { castSlip } from "./cast-slip.ts";
import { type BallotReceipt, castWithPassInput } from "./contract.ts";
import { plainSlip } from "./plain-slip.ts";

/**
 * Casts a slip in a poll of level 2. Nobody in particular does: what counts is the pass over the caster. Refuses what castSlip refuses.
 */
export const castWithPass = secretAction({
  name: "voting.cast-with-pass",
  kind: "secret",
  input: castWithPassInput,
  atOnce: plainSlip,
  run({ now, inMunicipality, vault }, { municipality, pass, ...slip }): Promise<BallotReceipt> {
    return castSlip({ inMunicipality, vault, municipality, receivedAt: now, asker: null }, slip, pass);
  },
});
