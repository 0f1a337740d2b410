/** An apply that nobody asked for on the administrators' page, by command or by Kernplein itself, and that stands in its history. */
import { type ApplyOptions, applyProvisioning } from "./apply.ts";
import type { Applied, Order, Progress, Said } from "./contract.ts";
import { insertEnded } from "./run-store.ts";
import type { Provisioner } from "./scene.ts";

export interface ApplyOnRecordOptions extends ApplyOptions {
  /** Slugs, when the order holds only those chosen; left out: all of them. */
  kernen?: readonly string[];
  /** Somebody at the command line, who has no name here. */
  byCommand?: boolean;
}

const brokenOff: Said = {
  nl: "Iemand heeft het afgebroken.",
  en: "Somebody broke it off.",
};

/** As `applyProvisioning`. One that found nothing to do is not kept: the night would fill the history with those. */
export async function applyOnRecord(
  provisioner: Provisioner,
  order: Order,
  { kernen, byCommand = false, ...options }: ApplyOnRecordOptions = {},
): Promise<Applied> {
  const { keeper, time } = provisioner;
  const askedAt = new Date(time.now());
  let progress: Progress | null = null;
  const onProgress = (told: Progress) => {
    progress = told;
    options.onProgress?.(told);
  };
  const applied = await applyProvisioning(provisioner, order, { ...options, onProgress });
  const { done, failures, stopped } = applied;
  if (done + failures.length === 0) return applied;
  await keeper.inMunicipality(order.municipality, (tx) =>
    insertEnded(tx, order.municipality, {
      kernen: kernen ?? null,
      part: options.only ?? null,
      askedAt,
      now: new Date(time.now()),
      progress,
      outcome: { failures, ...(byCommand ? { byCommand } : {}) },
      failure: stopped ? brokenOff : null,
    }),
  );
  return applied;
}
