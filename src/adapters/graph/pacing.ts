/**
 * Keeps calls within Graph's published limits (concepts/throttling-limits.md), so that a 429 is the exception: per tenant by kind
 * of call, four a second on one team, 150 invitations in five seconds.
 */
import type { Time } from "./time.ts";

export interface Limit {
  name: string;
  method: RegExp;
  path: RegExp;
  count: number;
  windowMs: number;
}

const part =
  /^\/teams\/[^/]+(\/(channels(\/[^/]+(\/tabs(\/[^/]+)?)?)?|primaryChannel|installedApps(\/[^/]+)?))?$|^\/appCatalogs\//;

/** The first that fits counts; requests per second per tenant unless the window says otherwise. */
const publishedLimits: readonly Limit[] = [
  { name: "make-team", method: /^POST$/, path: /^\/teams$/, count: 10, windowMs: 1000 },
  { name: "list", method: /^GET$/, path: /^\/teams\/[^/]+\/(members|channels)$/, count: 60, windowMs: 1000 },
  { name: "delete-part", method: /^DELETE$/, path: part, count: 15, windowMs: 1000 },
  { name: "get-part", method: /^GET$/, path: part, count: 30, windowMs: 1000 },
  { name: "write-part", method: /^(POST|PUT|PATCH)$/, path: part, count: 30, windowMs: 1000 },
  { name: "get-other", method: /^GET$/, path: /^\/teams/, count: 30, windowMs: 1000 },
  { name: "other", method: /./, path: /^\/teams/, count: 30, windowMs: 1000 },
  // The smallest tenant gets 3,500 units in 10 s and a question costs 2; a change counts towards 3,000 in 2.5 minutes.
  { name: "directory", method: /^GET$/, path: /^\/(users|directory)(\/|$)/, count: 1750, windowMs: 10_000 },
  { name: "directory-write", method: /./, path: /^\/(users|directory)(\/|$)/, count: 3000, windowMs: 150_000 },
  { name: "invitations", method: /./, path: /^\/invitations$/, count: 150, windowMs: 5000 },
];
const perTeam = { count: 4, windowMs: 1000 };

/** Calls spread on the way: a window is taken this much wider, so that what leaves in time also arrives in time. */
const margin = 1.04;

interface Window {
  /** When calls went, milliseconds since 1970. */
  times: number[];
  heldUntil: number;
  /** Calls that wait for it. */
  waiting: number;
}

const fewWindows = 1000;

/** What was prepared longer ago is prepared anew. */
const freshMs = 5000;

export interface Pacing {
  /**
   * Waits until this call may go, and counts it. `prepare` is done before, again when it was done long ago: after it the call leaves at
   * once. When it throws the call is not counted.
   */
  turn(call: PacedCall, prepare?: () => Promise<void>): Promise<void>;
  /** Graph said 429: calls of this kind wait until then. */
  hold(call: PacedCall, untilMs: number): void;
}

export interface PacedCall {
  tenant: string;
  method: string;
  /** Below the service root, without query: "/teams/42/channels". */
  path: string;
}

export function makePacing(time: Time, limits: readonly Limit[] = publishedLimits): Pacing {
  const windows = new Map<string, Window>();
  const longestMs = margin * Math.max(perTeam.windowMs, ...limits.map(({ windowMs }) => windowMs));
  let roomy = fewWindows;

  function windowsOf({ tenant, method, path: spelled }: PacedCall) {
    // Graph itself spells /teams('42')/operations('7').
    const path = spelled.replace(/\('([^']*)'\)/g, "/$1");
    const limit = limits.find((one) => one.method.test(method) && one.path.test(path));
    const team = /^\/teams\/([^/]+)/.exec(path)?.[1];
    if (windows.size >= roomy) forgetThePast();
    const found = [];
    if (limit) found.push({ ...limit, window: windowAt(`${tenant} ${limit.name}`) });
    if (team) found.push({ ...perTeam, window: windowAt(`${tenant} team ${team}`) });
    return found;
  }

  function windowAt(key: string): Window {
    const known = windows.get(key);
    if (known) return known;
    const window = { times: [], heldUntil: 0, waiting: 0 };
    windows.set(key, window);
    return window;
  }

  /** A team that was not called for longer than any window lasts needs none: thousands of teams would pile up. */
  function forgetThePast(): void {
    const past = time.now() - longestMs;
    for (const [key, { times, heldUntil, waiting }] of windows)
      if (waiting === 0 && heldUntil < past && (times.at(-1) ?? 0) < past) windows.delete(key);
    roomy = Math.max(fewWindows, 2 * windows.size);
  }

  return {
    async turn(call, prepare) {
      const mine = windowsOf(call);
      const leave = () => {
        for (const { window } of mine) window.waiting -= 1;
      };
      let preparedAt = Number.NEGATIVE_INFINITY;
      for (const { window } of mine) window.waiting += 1;
      for (;;) {
        const now = time.now();
        const waits = mine.map(({ window, count, windowMs }) => {
          const width = windowMs * margin;
          while (window.times[0] !== undefined && now - window.times[0] >= width) window.times.shift();
          const full = window.times.length < count ? 0 : (window.times[0] ?? now) + width - now;
          return Math.max(full, window.heldUntil - now);
        });
        const wait = Math.max(0, ...waits);
        if (wait > 0) {
          await time.sleep(Math.ceil(wait));
          continue;
        }
        if (prepare && now - preparedAt > freshMs) {
          await prepare().catch((error: unknown) => {
            leave();
            throw error;
          });
          preparedAt = time.now();
          continue;
        }
        for (const { window } of mine) window.times.push(now);
        leave();
        return;
      }
    },
    hold(call, untilMs) {
      const window = windowsOf(call)[0]?.window;
      if (window) window.heldUntil = Math.max(window.heldUntil, untilMs);
    },
  };
}
