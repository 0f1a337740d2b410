/** A demo voter's device: the same code as in the browser, with the server's actions instead of the network. */
import { newBallot, withSlip } from "../../client/voting/kept.ts";
import { blindAsk, finishPass } from "../../client/voting/pass.ts";
import type { Actor, Perform } from "../../shared/work.ts";
import type { Choice, PublicPollView } from "../../voting/contract.ts";
import { castBallot, castWithPass, getPass } from "../../voting/index.ts";

/** Votes once, at the given moment, getting the voting pass first where the level asks for one. */
export async function voteAs(
  perform: Perform,
  voter: Actor,
  { poll, municipality, level, definition }: Pick<PublicPollView, "poll" | "municipality" | "level" | "definition">,
  choice: Choice,
  receivedAt: Date,
): Promise<void> {
  const at = { receivedAt };
  const { seed, unsent } = withSlip(newBallot(), choice);
  const passKey = definition?.passKey;
  if (level !== 2 || !passKey) {
    await perform(castBallot, voter, { poll, ...unsent }, at);
    return;
  }
  const ask = blindAsk(seed, passKey);
  const { blindSignature } = await perform(getPass, voter, { poll, blinded: ask.blinded }, at);
  const pass = await finishPass(seed, passKey, ask, blindSignature);
  await perform(castWithPass, { ...voter, person: null, roles: [] }, { municipality, poll, ...unsent, pass }, at);
}
