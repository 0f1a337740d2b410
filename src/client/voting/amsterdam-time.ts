/** Between what an officer fills in (Dutch local time) and the instants that cross the wire. Pure. */

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** "2026-12-01T20:00" for the value of a datetime-local field. `at` in milliseconds since 1970. */
export function localInput(at: number): string {
  const given = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
  return `${given.year}-${given.month}-${given.day}T${given.hour}:${given.minute}`;
}

/**
 * The instant (ISO 8601, UTC) at which clocks in the Netherlands show "2026-12-01T20:00"; null for what is no time. An hour that does
 * not exist (the night in March) gives the instant an hour later; one that exists twice (October) the first of the two.
 */
export function instantOf(local: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const wanted = Date.parse(`${local}Z`);
  if (!Number.isFinite(wanted)) return null;
  const offsetAt = (at: number) => Date.parse(`${localInput(at)}Z`) - at;
  const hour = 3_600_000;
  const candidates = [offsetAt(wanted - 3 * hour), offsetAt(wanted + 3 * hour)].map((offset) => wanted - offset);
  const exact = candidates.filter((at) => localInput(at) === local);
  return new Date(Math.min(...(exact.length > 0 ? exact : candidates.map((at) => at)))).toISOString();
}
