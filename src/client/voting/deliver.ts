import type { PollView } from "../../voting/contract.ts";
import { api } from "../api.ts";
import { asProblem } from "../problem.ts";
import { afterHighest, type KeptBallot } from "./kept.ts";
import { blindAsk, finishPass } from "./pass.ts";
import { fingerprintOf, isReceipt } from "./slip.ts";

export interface Delivered {
  kept: KeptBallot;
  receipt: string;
  /** Whether the receipt is signed by the poll's own key. If not, the slip may be in the box all the same, but nothing proves it. */
  genuine: boolean;
}

type Poll = Pick<PollView, "poll" | "municipality" | "level" | "definition">;

/**
 * Brings the slip under way to the box, getting the voting pass first where the level asks for one. Throws what the server refuses; may
 * be called again with what was kept: `keep` is told before each step that cannot be done twice. A device that is behind (the same pass was used elsewhere) catches up once.
 */
export async function deliver(poll: Poll, given: KeptBallot, keep: (kept: KeptBallot) => void): Promise<Delivered> {
  const kept = await withPass(poll, given, keep);
  try {
    return await send(poll, kept);
  } catch (fault) {
    const { code, values } = asProblem(fault);
    if (code !== "version-behind") throw fault;
    const caughtUp = afterHighest(kept, Number(values["highest"]));
    keep(caughtUp);
    return send(poll, caughtUp);
  }
}

async function send({ poll, municipality, level, definition }: Poll, kept: KeptBallot): Promise<Delivered> {
  const { unsent, pass } = kept;
  if (!unsent) throw new Error("There is no slip to send.");
  const { receipt } = await (level === 2
    ? api.castWithPass(municipality, poll, unsent, pass ?? "")
    : api.castBallot(poll, unsent));
  return { kept, receipt, genuine: isReceipt(poll, fingerprintOf(poll, unsent).commitment, receipt, definition?.signKey ?? "") };
}

/** Level 2: the pass this device has, or the one that the server signs now. The question is kept before it is asked. */
export async function withPass(poll: Poll, kept: KeptBallot, keep: (kept: KeptBallot) => void): Promise<KeptBallot> {
  const passKey = poll.definition?.passKey;
  if (poll.level !== 2 || kept.pass !== null || !passKey) return kept;
  const asking = { ...kept, ask: kept.ask ?? (await blindAsk(kept.seed, passKey)) };
  keep(asking);
  const { blindSignature } = await api.getPass(poll.poll, asking.ask.blinded);
  const passed = { ...asking, pass: await finishPass(kept.seed, passKey, asking.ask, blindSignature) };
  keep(passed);
  return passed;
}
