/** The work behind a look or an apply that an administrator asked for. */
import type { DriftKind } from "../kernen/index.ts";
import { after } from "../shared/time.ts";
import type { Workshop } from "../shared/work.ts";
import { applyProvisioning, planProvisioning } from "./apply.ts";
import { askRun, checkDue, silentMs } from "./ask-run.ts";
import type { OnboardingCheck, Order, Progress, RunAsked, Said } from "./contract.ts";
import { loadDrift } from "./drift-store.ts";
import { foundFrom, mayTake } from "./found.ts";
import { keepAlive } from "./keep-alive.ts";
import { claimRun, endRun, forgetOlderLooks, type Outcome, type RunRow, releaseRun, saveProgress } from "./run-store.ts";
import { faultSaid } from "./sayings.ts";
import type { Provisioner } from "./scene.ts";
import { statusFrom } from "./status.ts";

export interface RunMeans {
  workshop: Pick<Workshop, "inMunicipality" | "queueReactions" | "clock">;
  provisioner: Provisioner;
  /** All kernen of a municipality as its file is now; null when it has none any more. */
  orderOf(municipality: string): { order: Order; repair: readonly DriftKind[] } | null;
  /** What the municipality's own administrator has to do, and has done. */
  checks(municipality: string): Promise<OnboardingCheck[]>;
  /** Fires when the process is to end: an apply then stops after the steps under way. */
  stopping: AbortSignal;
  /** Milliseconds between two writings of progress; 1000 when left out. */
  everyMs?: number;
}

interface End {
  outcome: Outcome;
  failure: Said | null;
  stopped?: boolean;
}

const noFile: Said = {
  nl: "Deze gemeente heeft geen gemeentebestand meer.",
  en: "This municipality has no municipality file any more.",
};

/**
 * Does nothing about a run that has ended or that somebody works on. A run whose worker died goes on where it stopped. An apply is
 * followed by a look. What goes wrong at Microsoft becomes the run's outcome; only a database out of reach throws.
 */
export async function carryOutRun(means: RunMeans, municipality: string, run: string): Promise<void> {
  const { inMunicipality, queueReactions, clock } = means.workshop;
  const claim = await inMunicipality(municipality, (tx) => claimRun(tx, run, clock(), after(clock(), -silentMs)));
  if (!claim) return;
  let progress = claim.progress;
  const beat = (fresh: boolean) =>
    inMunicipality(municipality, async (tx) => {
      await saveProgress(tx, claim, clock(), fresh ? progress : null);
      if (!fresh) await queueReactions(tx, municipality, [checkDue(run, clock())]);
    });
  const { outcome, failure, stopped } = await keepAlive(beat, means.everyMs ?? 1000, (changed) => {
    const before = claim.progress;
    const tell = (told: Progress) => {
      progress = before ? added(before, told) : told;
      changed();
    };
    return claim.kind === "look" ? look(means, municipality) : apply(means, municipality, claim, tell);
  });
  await inMunicipality(municipality, async (tx) => {
    const now = clock();
    if (stopped) {
      await saveProgress(tx, claim, now, progress);
      await releaseRun(tx, claim);
      const again: RunAsked = { fact: "teams-run-asked", run };
      return queueReactions(tx, municipality, [again]);
    }
    const ended = await endRun(tx, claim, { now, progress, outcome, failure });
    if (!ended) return;
    if (claim.kind === "look") return forgetOlderLooks(tx, run);
    const next = await askRun(tx, municipality, { kind: "look", askedBy: claim.askedById }, now);
    if (next) await queueReactions(tx, municipality, next.facts);
  });
}

/** How far a run is that was taken up: what was done before counts. Pure. */
export function added(before: Progress, told: Progress): Progress {
  return {
    ...told,
    done: before.done + told.done,
    total: before.done + told.total,
    // Kernen that were complete are looked at again first.
    kernenDone: Math.max(before.kernenDone, told.kernenDone),
  };
}

async function look({ provisioner, orderOf, checks, workshop }: RunMeans, municipality: string): Promise<End> {
  const known = orderOf(municipality);
  if (!known) return { outcome: {}, failure: noFile };
  const outcome: Outcome = { found: null };
  try {
    outcome.checks = await checks(municipality);
    const plan = await planProvisioning(provisioner, known.order);
    const since = await workshop.inMunicipality(municipality, loadDrift);
    outcome.found = foundFrom(plan, statusFrom(plan, known.order, known.repair, { since, uses: [] }), known.order);
    return { outcome, failure: null };
  } catch (error) {
    return { outcome, failure: faultSaid(error) };
  }
}

async function apply(
  { provisioner, orderOf, stopping }: RunMeans,
  municipality: string,
  { kernen, part, agreed }: RunRow,
  onProgress: (progress: Progress) => void,
): Promise<End> {
  const known = orderOf(municipality);
  if (!known) return { outcome: {}, failure: noFile };
  const { order } = known;
  const chosen = kernen ? { ...order, kernen: order.kernen.filter(({ slug }) => kernen.includes(slug)) } : order;
  try {
    const { failures, stopped } = await applyProvisioning(provisioner, chosen, {
      ...(part ? { only: part } : {}),
      which: (step) => mayTake(step, { kernen }, agreed),
      onProgress,
      signal: stopping,
    });
    return { outcome: { failures }, failure: null, stopped };
  } catch (error) {
    return { outcome: {}, failure: faultSaid(error) };
  }
}
