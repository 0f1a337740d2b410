import { fingerprint, newSecret } from "../shared/ids.ts";
import { Refused } from "../shared/refused.ts";
import { secretAction } from "../shared/work.ts";
import { makeBallotBox, refusalOf } from "./ballot-box.ts";
import { type BallotReceipt, castBallotInput } from "./contract.ts";
import { findPoll } from "./store.ts";

const box = makeBallotBox();

/**
 * Casts a ballot, or replaces the one cast earlier with the same proof, until the poll closes. One per person on the roll.
 * Refuses with the closing time after it; "already-voted" when this person voted with another proof (another device, or paper).
 * The time that counts is when the request reached the server (`now`).
 */
export const castBallot = secretAction({
  name: "voting.cast-ballot",
  kind: "secret",
  input: castBallotInput,
  async run({ actor, now, inMunicipality }, { poll, option, proof = newSecret() }): Promise<BallotReceipt> {
    if (actor.person === null) throw new Refused("not-signed-in");
    const request = { person: actor.person, option, fingerprint: fingerprint(proof), receivedAt: now };
    const verdict = await box.cast(inMunicipality, actor.municipality, poll, request);
    const found = await closingTimeOf(poll, () => inMunicipality(actor.municipality, (tx) => findPoll(tx, poll)));
    const refusal = refusalOf(
      verdict,
      found ? { opensAt: found.opensAt.toISOString(), closedAt: found.closesAt.toISOString() } : {},
    );
    if (refusal) throw refusal;
    return { proof, replaced: verdict === "replaced", closesAt: found?.closesAt.toISOString() ?? "" };
  },
});

interface PollTimes {
  opensAt: Date;
  closesAt: Date;
}

/** Times of polls that were voted in lately. They are frozen when the poll opens, so a remembered one cannot be wrong. */
const remembered = new Map<string, PollTimes>();

async function closingTimeOf(
  poll: string,
  read: () => Promise<(PollTimes & { frozenHash: string | null }) | undefined>,
): Promise<PollTimes | undefined> {
  const known = remembered.get(poll);
  if (known) return known;
  const found = await read();
  if (found?.frozenHash) {
    if (remembered.size >= 1000) remembered.clear();
    remembered.set(poll, { opensAt: found.opensAt, closesAt: found.closesAt });
  }
  return found;
}
