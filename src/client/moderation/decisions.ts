/** What the officer decided, before it is carried out: for ten seconds it can be undone, and nobody has been told anything yet. */
import type { DeskItem } from "../../moderation/contract.ts";
import { api } from "../api.ts";
import { proposalsApi } from "../proposals/proposals-api.ts";
import { idOf } from "./desk-order.ts";

export type Deed = "accept" | "return" | "refuse";

export interface Decision {
  item: DeskItem;
  deed: Deed;
  /** To the author or the asker; empty for yes. */
  reason: string;
}

/** Decisions that were made in one go, and are undone in one go. */
export interface Batch {
  batch: number;
  decisions: Decision[];
  /** Being carried out: too late to undo. */
  underWay: boolean;
}

export const undoMs = 10_000;
/** So many at once go to the server. */
const atOnce = 3;

export interface Decisions {
  make(decisions: Decision[]): void;
  undo(batch: number): Decision[];
  /** Carries out all that wait, now. */
  carryOutAll(): Promise<void>;
  batches(): readonly Batch[];
}

interface Means {
  send(decision: Decision): Promise<unknown>;
  /** The batches are others now. */
  changed(): void;
  /** A batch was carried out; `failed` are those that the server refused. */
  done(failed: { decision: Decision; fault: unknown }[]): Promise<void>;
}

export function keepDecisions({ send, changed, done }: Means): Decisions {
  let batches: readonly Batch[] = [];
  let last = 0;
  const timers = new Map<number, ReturnType<typeof setTimeout>>();

  function set(next: readonly Batch[]): void {
    batches = next;
    changed();
  }

  function stop(batch: number): void {
    clearTimeout(timers.get(batch));
    timers.delete(batch);
  }

  async function carryOut(batch: number): Promise<void> {
    const found = batches.find((one) => one.batch === batch && !one.underWay);
    if (!found) return;
    stop(batch);
    set(batches.map((one) => (one === found ? { ...one, underWay: true } : one)));
    const failed: { decision: Decision; fault: unknown }[] = [];
    const waiting = [...found.decisions];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const decision = next;
        await send(decision).catch((fault: unknown) => failed.push({ decision, fault }));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await done(failed);
    set(batches.filter((one) => one.batch !== batch));
  }

  return {
    make(decisions) {
      last += 1;
      const batch = last;
      timers.set(
        batch,
        setTimeout(() => void carryOut(batch), undoMs),
      );
      set([...batches, { batch, decisions, underWay: false }]);
    },
    undo(batch) {
      const found = batches.find((one) => one.batch === batch && !one.underWay);
      if (!found) return [];
      stop(batch);
      set(batches.filter((one) => one !== found));
      return found.decisions;
    },
    carryOutAll: async () => {
      await Promise.all(batches.map(({ batch }) => carryOut(batch)));
    },
    batches: () => batches,
  };
}

/** Carries out one decision. */
export function sendDecision({ item, deed, reason }: Decision): Promise<unknown> {
  const id = idOf(item);
  if (item.kind === "join-request") return api.decideJoinRequest(id, deed === "accept" ? "accepted" : "refused", reason);
  if (deed === "accept") return proposalsApi.publishProposal(id);
  return deed === "return" ? proposalsApi.returnProposal(id, reason) : proposalsApi.refuseProposal(id, reason);
}
