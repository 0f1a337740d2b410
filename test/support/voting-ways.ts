/** Other ways to a ballot than one's own account: by letter, with help. The device's part is the same. */
import type { z } from "zod";
import { newBallot, withSlip } from "../../src/client/voting/kept.ts";
import { blindAsk, finishPass } from "../../src/client/voting/pass.ts";
import type { Actor, Perform, SecretAction } from "../../src/shared/work.ts";
import type { BallotReceipt, Choice, PassView } from "../../src/voting/contract.ts";
import { aDevice, type Device, type OpenPoll } from "./voting.ts";

/** Casts a new slip by an action of level 1, with what else its input asks. */
export function castWith(
  perform: Perform,
  cast: SecretAction<z.ZodType, BallotReceipt>,
  { poll }: OpenPoll,
  who: Actor,
  more: Record<string, unknown>,
  choice: Choice,
): Promise<BallotReceipt> {
  return perform(cast, who, { poll, ...withSlip(newBallot(), choice).unsent, ...more });
}

/** Takes a pass by an action of level 2; gives the device that holds it. */
export async function passWith(
  perform: Perform,
  take: SecretAction<z.ZodType, PassView>,
  open: OpenPoll,
  who: Actor,
  more: Record<string, unknown>,
): Promise<Device> {
  const kept = newBallot();
  const passKey = open.view.definition?.passKey;
  if (!passKey) throw new Error("This poll has no passes.");
  const ask = blindAsk(kept.seed, passKey);
  const { blindSignature } = await perform(take, who, { poll: open.poll, blinded: ask.blinded, ...more });
  return aDevice(perform, open, { ...kept, pass: await finishPass(kept.seed, passKey, ask, blindSignature) });
}
