/** Whether this instance lives, and whether it can do its work. */
import { WebRefusal } from "./problems.ts";

/** A part that can test itself: resolves when it can do its work, throws (or says why not) when it cannot. */
export interface Readiness {
  name: string;
  check(): Promise<unknown>;
}

export interface Ready {
  status: "ready";
  parts: Record<string, "ready">;
}

const patienceMs = 3000;
const rememberedMs = 1000;

/** One round of checks serves all who ask within a second: asking must not be a way to burden the database. */
export function readinessCheck(
  parts: readonly Readiness[],
  log: { warn(details: object, message: string): void },
): () => Promise<Ready> {
  let round: { outcome: Promise<Ready>; until: number } | undefined;
  return () => {
    if (!round || round.until < performance.now())
      round = { outcome: checkAll(parts, log), until: performance.now() + rememberedMs };
    return round.outcome;
  };
}

async function checkAll(parts: readonly Readiness[], log: { warn(details: object, message: string): void }): Promise<Ready> {
  const failing: string[] = [];
  await Promise.all(
    parts.map(async ({ name, check }) => {
      const reason = await withinPatience(check).then(saysNo, (error: unknown) => String(error));
      if (reason === undefined) return;
      failing.push(name);
      log.warn({ part: name, reason }, "a part is not ready");
    }),
  );
  // Names only: what exactly is wrong is for the log, not for whoever asks.
  if (failing.length > 0) throw new WebRefusal("not-ready", { waiting: failing.sort().join(", ") }, { "Retry-After": "5" });
  return { status: "ready", parts: Object.fromEntries(parts.map(({ name }) => [name, "ready"])) };
}

function saysNo(verdict: unknown): string | undefined {
  const { ready, reason } = (verdict ?? {}) as { ready?: boolean; reason?: string };
  return ready === false ? (reason ?? "not ready") : undefined;
}

async function withinPatience(check: () => Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([check(), silence]);
  } finally {
    clearTimeout(timer);
  }
}
