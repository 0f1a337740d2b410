import { Refused } from "../shared/refused.ts";
import { secretAction } from "../shared/work.ts";
import { refusalOf } from "./ballot-box.ts";
import { blindSign } from "./blind-signature.ts";
import { getPassInput, type PassView } from "./contract.ts";
import type { PollDefinition } from "./counting/poll.ts";
import { keysOf } from "./log-store.ts";
import { openPassKey, publicPassKey } from "./poll-keys.ts";
import { markForPass, placesOf } from "./roll-store.ts";
import { isExactBase64url, sha256 } from "./signing.ts";
import { findPoll } from "./store.ts";

/**
 * Marks the voter's place on the roll and signs her blinded message: the voting pass of a poll of level 2. Asking again with the same
 * message gives the same signature; with another one "pass-taken". Refuses "voted-on-paper", "not-on-the-roll", and a closed poll with
 * its closing time. The private key is read anew each time, so that none is left once the poll has closed.
 */
export const getPass = secretAction({
  name: "voting.get-pass",
  kind: "secret",
  input: getPassInput,
  async run({ actor, now, inMunicipality, vault }, { poll, blinded }): Promise<PassView> {
    const { person, municipality } = actor;
    if (person === null) throw new Refused("not-signed-in");
    return inMunicipality(municipality, async (tx) => {
      const found = await findPoll(tx, poll);
      if (found?.level !== 2) throw new Refused("not-found");
      const times = { opensAt: found.opensAt.toISOString(), closedAt: found.closesAt.toISOString() };
      const keys = await keysOf(tx, poll);
      const definition = found.definition ? (JSON.parse(found.definition) as PollDefinition) : null;
      if (!definition?.passKey) throw new Refused("poll-not-open", times);
      if (!keys?.passPrivate) throw new Refused("poll-closed", times);
      const message = Buffer.from(blinded, "base64url");
      const signature =
        isExactBase64url(blinded) &&
        blindSign(openPassKey(poll, keys.passPrivate, vault), publicPassKey(definition.passKey), message);
      if (!signature) throw new Refused("invalid-input", { fields: [{ path: "blinded", message: "invalid-pass" }] });
      const [place = null] = await placesOf(tx, poll, [{ person, helper: null }]);
      const binding = sha256(`${poll}/${place}/`, message);
      const refusal = refusalOf(await markForPass(tx, poll, { place, helper: null, binding, receivedAt: now }), times);
      if (refusal) throw refusal;
      return { blindSignature: signature.toString("base64url") };
    });
  },
});
