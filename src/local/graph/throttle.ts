/** Graph's published limits (concepts/throttling-limits.md): sliding windows per tenant, per team and for invitations. */

interface Limit {
  name: string;
  method: RegExp;
  path: RegExp;
  count: number;
  windowMs: number;
}

const teamPart =
  /^\/teams\/\{team\}(\/(channels(\/\{channel\}(\/tabs(\/\{tab\})?)?)?|installedApps(\/\{installation\})?))?$|^\/appCatalogs\//;
const second = 1000;

/** The first that fits counts. */
const limits: readonly Limit[] = [
  { name: "make-team", method: /^POST$/, path: /^\/teams$/, count: 10, windowMs: second },
  { name: "list", method: /^GET$/, path: /^\/teams\/\{team\}\/(members|channels)$/, count: 60, windowMs: second },
  { name: "delete-part", method: /^DELETE$/, path: teamPart, count: 15, windowMs: second },
  { name: "get-part", method: /^GET$/, path: teamPart, count: 30, windowMs: second },
  { name: "write-part", method: /^(POST|PUT|PATCH)$/, path: teamPart, count: 30, windowMs: second },
  { name: "get-other", method: /^GET$/, path: /^\/teams/, count: 30, windowMs: second },
  { name: "other", method: /./, path: /^\/teams/, count: 30, windowMs: second },
  { name: "invitations", method: /./, path: /^\/invitations$/, count: 150, windowMs: 5 * second },
  { name: "directory", method: /^GET$/, path: /^\/(users|directory)/, count: 1750, windowMs: 10 * second },
  { name: "directory-write", method: /./, path: /^\/(users|directory|groups)/, count: 3000, windowMs: 150 * second },
];
const perTeam = { count: 4, windowMs: second };

export interface Throttle {
  /** Counts one call. Gives 0 when it may go on, else the whole seconds to put in Retry-After. */
  take(call: { tenant: string; method: string; path: string; team: string | undefined; now: number }): number;
}

export function makeThrottle(): Throttle {
  const windows = new Map<string, number[]>();

  /** Milliseconds until there is room; the call is not counted. */
  function waitFor(key: string, { count, windowMs }: { count: number; windowMs: number }, now: number): number {
    const times = windows.get(key) ?? [];
    while (times[0] !== undefined && now - times[0] >= windowMs) times.shift();
    windows.set(key, times);
    return times.length < count ? 0 : (times[0] ?? now) + windowMs - now;
  }

  return {
    take({ tenant, method, path, team, now }) {
      const limit = limits.find((one) => one.method.test(method) && one.path.test(path));
      const keys: [string, { count: number; windowMs: number }][] = [];
      if (limit) keys.push([`${tenant} ${limit.name}`, limit]);
      if (team) keys.push([`${tenant} team ${team}`, perTeam]);
      const wait = Math.max(0, ...keys.map(([key, one]) => waitFor(key, one, now)));
      if (wait > 0) return Math.ceil(wait / second);
      for (const [key] of keys) windows.get(key)?.push(now);
      return 0;
    },
  };
}
