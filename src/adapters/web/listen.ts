/** Opening and closing the door: IPv6 and IPv4 on one port, the next free port when that one is taken, and limits on slow senders. */
import type { Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";

/** How many ports after the wanted one are tried. */
const tries = 20;
/** What is under way when the door closes gets this long to finish. */
const closingPatienceMs = 10_000;

/**
 * Against senders that keep a line busy by dawdling. Headers must be in within 10 s; a whole request within two minutes, because a
 * photo of 8 MB from a village on 3G takes that long.
 */
export function limitSlowSenders(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  // Read by Node when it starts to listen; every half minute would let a dawdler stay three times too long.
  Object.assign(server, { connectionsCheckingInterval: 5000 });
}

/** Listens on `wanted` or the next free port (0: any) on IPv6 and IPv4, on IPv4 alone where the machine has no IPv6. Gives the port. */
export async function listenOn(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await listenOnce(server, port, "::");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EADDRINUSE" && port < wanted + tries && port < 65_535) continue;
      if (code !== "EAFNOSUPPORT" && code !== "EADDRNOTAVAIL") throw error;
      await listenOnce(server, port, "0.0.0.0");
    }
    return (server.address() as AddressInfo).port;
  }
}

function listenOnce(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      server.off("listening", done);
      reject(error);
    };
    const done = () => {
      server.off("error", failed);
      resolve();
    };
    server.once("error", failed);
    server.once("listening", done);
    server.listen({ port, host });
  });
}

/** Stops taking requests, lets the running ones finish, and cuts what is left after ten seconds. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), closingPatienceMs);
    // A line on which the last answer has just gone out would be kept open for the browser's next question.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Every address of this machine under which the port answers, for the start to print. */
export function addressesOf(port: number): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = all.filter(({ internal, address }) => !internal && !address.startsWith("fe80"));
  return ["localhost", ...outside.map(({ address }) => address)].map(
    (name) => `http://${isIPv6(name) ? `[${name}]` : name}:${port}`,
  );
}
