import type { PublicPollView } from "../../voting/contract.ts";
import { asProblem } from "../problem.ts";
import { afterHighest, type KeptBallot } from "./kept.ts";
import { blindAsk, finishPass } from "./pass.ts";
import { fingerprintOf, isReceipt } from "./slip.ts";
import { votingApi } from "./voting-api.ts";

/** By what right somebody votes. `oldEnough`: she said that she has the age that the poll asks. */
export type Voter = { oldEnough: boolean } & (
  | { by: "account" }
  | { by: "letter"; code: string }
  /** On the device of who helps her: by her id, or by the number of her letter. */
  | { by: "help"; voter: HelpedVoter }
);
export type HelpedVoter = { person: string } | { letter: number };

export interface Delivered {
  kept: KeptBallot;
  receipt: string;
  /** Whether the receipt is signed by the poll's own key. If not, the slip may be in the box all the same, but nothing proves it. */
  genuine: boolean;
}

export type VotablePoll = Pick<PublicPollView, "poll" | "municipality" | "level" | "definition">;
type Keep = (kept: KeptBallot) => void;

/**
 * Brings the slip under way to the box, getting the voting pass first where the level asks for one. Throws what the server refuses; may
 * be called again with what was kept: `keep` is told before each step that cannot be done twice. A device that is behind (the same pass
 * was used elsewhere) catches up once.
 */
export async function deliver(poll: VotablePoll, voter: Voter, given: KeptBallot, keep: Keep): Promise<Delivered> {
  const kept = await withPass(poll, voter, given, keep);
  try {
    return await send(poll, voter, kept);
  } catch (fault) {
    const { code, values } = asProblem(fault);
    if (code !== "version-behind") throw fault;
    const caughtUp = afterHighest(kept, Number(values["highest"]));
    keep(caughtUp);
    return send(poll, voter, caughtUp);
  }
}

async function send({ poll, municipality, level, definition }: VotablePoll, voter: Voter, kept: KeptBallot): Promise<Delivered> {
  const { unsent, pass } = kept;
  if (!unsent) throw new Error("There is no slip to send.");
  const declared = declaredBy(voter);
  const sending =
    level === 2
      ? votingApi.castWithPass(municipality, poll, unsent, pass ?? "")
      : voter.by === "letter"
        ? votingApi.castByLetter(municipality, poll, voter.code, unsent, declared)
        : voter.by === "help"
          ? votingApi.castWithHelp(poll, voter.voter, unsent, declared)
          : votingApi.castBallot(poll, unsent, declared);
  const { receipt } = await sending;
  return { kept, receipt, genuine: isReceipt(poll, fingerprintOf(poll, unsent).commitment, receipt, definition?.signKey ?? "") };
}

/**
 * Level 2: the pass this device has, or the one that the server signs now. The seed is kept before anything is asked: the pass belongs to
 * it, and asking again with the same seed gives the same pass.
 */
export async function withPass(poll: VotablePoll, voter: Voter, kept: KeptBallot, keep: Keep): Promise<KeptBallot> {
  const passKey = poll.definition?.passKey;
  if (poll.level !== 2 || kept.pass !== null || !passKey) return kept;
  keep(kept);
  const ask = blindAsk(kept.seed, passKey);
  const declared = declaredBy(voter);
  const { blindSignature } = await (voter.by === "letter"
    ? votingApi.passByLetter(poll.municipality, poll.poll, voter.code, ask.blinded, declared)
    : voter.by === "help"
      ? votingApi.passWithHelp(poll.poll, voter.voter, ask.blinded, declared)
      : votingApi.getPass(poll.poll, ask.blinded, declared));
  const passed = { ...kept, pass: await finishPass(kept.seed, passKey, ask, blindSignature) };
  keep(passed);
  return passed;
}

export const declaredBy = ({ oldEnough }: Voter): { oldEnough?: true } => (oldEnough ? { oldEnough } : {});
