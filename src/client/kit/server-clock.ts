/** The server's clock as this device knows it: a device that is ten minutes fast still counts down to the right moment. */
let ahead = 0;

/** Takes the `serverTime` of an answer (ISO 8601) that has just come in. */
export function setServerClock(serverTime: string): void {
  const given = Date.parse(serverTime);
  if (Number.isFinite(given)) ahead = given - Date.now();
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}
