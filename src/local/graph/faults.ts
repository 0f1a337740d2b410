/** Things that go wrong on purpose: by a rule of a test, or for a share of all requests, switched on through a door. */
import { z } from "zod";
import { type Answer, errorBody } from "./call.ts";

/** A status instead of the work; `done`: the work was done all the same, as behind a gateway that gave up waiting. */
export interface StatusFault {
  status: 404 | 409 | 412 | 429 | 500 | 502 | 503 | 504;
  retryAfter?: number;
  done?: boolean;
}

/**
 * What goes wrong with a request: a status, a cut line before the work, the answer lost after it, an answer that comes late, or an
 * operation that ends as failed.
 */
export type Fault = StatusFault | "cut" | "lost" | "operation-fails" | { slowMs: number };

export const faultKinds = ["429", "502", "503", "504", "reset", "lost", "slow"] as const;
export type FaultKind = (typeof faultKinds)[number];

export const faultSetting = z.strictObject({
  /** Of all requests to Graph, 0 up to 1. */
  share: z.number().min(0).max(1),
  kinds: z.array(z.enum(faultKinds)).min(1),
  /** The same seed strikes the same requests. */
  seed: z.number().int().optional(),
  /** How late a slow answer comes, in milliseconds. */
  slowMs: z.number().int().min(0).max(120_000).default(3000),
});
export type FaultSetting = z.input<typeof faultSetting>;

export interface FaultSwitch {
  set(setting: FaultSetting): void;
  off(): void;
  /** What is set, and how many requests came and were struck since; null when off. */
  shown(): (z.output<typeof faultSetting> & { requests: number; struck: number }) | null;
  /** What happens to the next request. */
  next(): Fault | undefined;
  /** What happens to the next part of a batch: a status or nothing. */
  nextInBatch(): StatusFault | undefined;
}

export function makeFaultSwitch(): FaultSwitch {
  let current: (z.output<typeof faultSetting> & { seed: number; requests: number; struck: number }) | null = null;
  let chance = Math.random;

  function strike(kinds: readonly FaultKind[]): Fault | undefined {
    if (!current || kinds.length === 0) return undefined;
    current.requests += 1;
    const struck = chance() < current.share;
    const kind = kinds[Math.floor(chance() * kinds.length)];
    if (!struck || !kind) return undefined;
    current.struck += 1;
    return faultOf(kind, chance(), current.slowMs);
  }

  return {
    set(setting) {
      const read = faultSetting.parse(setting);
      const seed = read.seed ?? Math.floor(Math.random() * 2 ** 31);
      chance = seeded(seed);
      current = { ...read, seed, requests: 0, struck: 0 };
    },
    off() {
      current = null;
    },
    shown: () => current,
    next: () => strike(current?.kinds ?? []),
    nextInBatch: () => strike(current?.kinds.filter((kind) => /^\d/.test(kind)) ?? []) as StatusFault | undefined,
  };
}

/** A gateway's 502 and 504 leave open whether the work was done: here it was, every second time. */
function faultOf(kind: FaultKind, chance: number, slowMs: number): Fault {
  switch (kind) {
    case "429":
      return { status: 429, retryAfter: 1 + Math.floor(chance * 3) };
    case "503":
      return { status: 503, ...(chance < 0.5 ? { retryAfter: 1 } : {}) };
    case "502":
      return { status: 502, done: chance < 0.5 };
    case "504":
      return { status: 504, done: chance < 0.5 };
    case "reset":
      return "cut";
    case "lost":
      return "lost";
    case "slow":
      return { slowMs };
  }
}

/** A row of chances that is always the same for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const codes: Partial<Record<StatusFault["status"], string>> = {
  404: "NotFound",
  409: "Conflict",
  412: "PreconditionFailed",
  429: "TooManyRequests",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

export function faultAnswer({ status, retryAfter }: StatusFault, now: number): Answer {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return { status, headers, body: errorBody(codes[status] ?? "InternalServerError", "A fault that was switched on.", now) };
}
