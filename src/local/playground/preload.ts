/**
 * Loaded before Microsoft's local Teams client, in its own process. The client would listen on every address of the machine, and
 * whoever reaches it can speak as any resident: so it listens to this machine alone. It also dies with the command that started it.
 */
import { Server } from "node:net";

const listen = Server.prototype.listen as (this: Server, ...given: unknown[]) => Server;

Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, host] = given;
  const everywhere = typeof port === "number" && typeof host !== "string";
  return everywhere ? listen.call(this, port, "127.0.0.1", ...given.slice(1)) : listen.apply(this, given);
};

process.stdin.on("end", () => process.exit(0)).resume();
