/** What every benchmark shares: a load of requests, a load of statements through pg, and a table of ratios. */
import { readFileSync } from "node:fs";
import { Client, type Dispatcher } from "undici";

export interface Measured {
  /** Requests or statements per second. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failures: number;
}

export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

export interface Shot {
  method?: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Sends `amount` requests, each made by `shot(number)` before the clock starts, over `connections` connections that each wait for their
 * answer. Everything but 2xx is a failure. On two cores the work of the load itself is time that the server lacks, so it is kept small.
 */
export async function loadHttp(
  origin: string,
  connections: number,
  amount: number,
  shot: (number: number) => Shot,
): Promise<Measured> {
  const shots = Array.from({ length: amount }, (_, number) => sendable(shot(number)));
  const clients = Array.from({ length: connections }, () => new Client(origin));
  let failures = 0;
  const measured = await load(clients, amount, async (client, number) => {
    const status = await send(client, shots[number] ?? { method: "GET", path: "/" });
    if (status < 200 || status > 299) failures += 1;
  });
  await Promise.all(clients.map((client) => client.close()));
  return { ...measured, failures };
}

const sendable = ({ method = "GET", path, headers = {}, body }: Shot): Dispatcher.DispatchOptions => ({
  method,
  path,
  headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
  ...(body === undefined ? {} : { body: Buffer.from(body) }),
});

/** Gives the status of the answer once all of it is here; 0 when none came. */
const send = (client: Client, options: Dispatcher.DispatchOptions): Promise<number> =>
  new Promise((resolve) => {
    let status = 0;
    client.dispatch(options, {
      onResponseStart(_, code) {
        status = code;
      },
      onRequestStart() {},
      onResponseData() {},
      onResponseEnd: () => resolve(status),
      onResponseError: () => resolve(0),
    });
  });

/** Runs `amount` requests or statements over as many clients as there are, each waiting for its answer before the next. */
export async function load<One>(
  clients: readonly One[],
  amount: number,
  run: (client: One, number: number) => Promise<unknown>,
): Promise<Measured> {
  let number = 0;
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let mine = number++; mine < amount; mine = number++) {
        const before = performance.now();
        await run(client, mine);
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: amount / seconds, p50: at(0.5), p99: at(0.99), failures: 0 };
}

/** Resident memory of a process in MB, from /proc; undefined elsewhere. */
export function residentMb(pid: number): number | undefined {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kb === undefined ? undefined : Math.round(Number(kb) / 1024);
  } catch {
    return undefined;
  }
}

export interface Row {
  what: string;
  measured: Measured;
  /** Against which row of the same run. */
  floor?: { name: string; measured: Measured; by: "throughput" | "p50" };
  aim?: string;
}

export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      rows.map(({ what, measured, floor, aim }) => [
        what,
        {
          "per second": Math.round(measured.perSecond),
          "p50 ms": Number(measured.p50.toFixed(2)),
          "p99 ms": Number(measured.p99.toFixed(2)),
          failures: measured.failures,
          ratio: floor ? ratio(measured, floor) : "",
          aim: aim ?? "",
        },
      ]),
    ),
  );
}

function ratio(measured: Measured, { name, measured: floor, by }: NonNullable<Row["floor"]>): string {
  const value = by === "throughput" ? measured.perSecond / floor.perSecond : measured.p50 / floor.p50;
  return `${value.toFixed(2)} × ${name} (${by})`;
}
