/** restify, and nothing else of ours: takes handlers, gives every error to one place. */
import { type IncomingMessage, type Server, ServerResponse } from "node:http";
import { pino } from "pino";
import restify from "restify";

export type Handle = (
  request: IncomingMessage,
  response: ServerResponse,
  params: Record<string, string | undefined>,
) => Promise<void>;

export interface App {
  server: Server;
  /** `path` with `:name` for a part and a final `*` for the rest. `methods`: as restify calls them. */
  on(methods: readonly AppMethod[], path: string, handle: Handle): void;
}

export const appMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type AppMethod = (typeof appMethods)[number];

const registrars = {
  GET: "get",
  HEAD: "head",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "del",
  OPTIONS: "opts",
} as const;

export interface AppOptions {
  /** Before anything else. True when it has answered the request, of which nobody else then learns. */
  first(request: IncomingMessage, response: ServerResponse): boolean;
  /** Before any routing. Whatever it throws goes to `fail`, and the request ends there. */
  arrive(request: IncomingMessage, response: ServerResponse): void;
  /** Answers a request that went wrong; must not throw. */
  fail(request: IncomingMessage, response: ServerResponse, error: unknown): void;
}

/**
 * restify replaces writeHead of every response in this process, also those of other servers, and forgets to give the response back as
 * Node's own does. Put right here, once.
 */
const writeHeadOfRestify = ServerResponse.prototype.writeHead as (...given: unknown[]) => unknown;
ServerResponse.prototype.writeHead = function writeHead(this: ServerResponse, ...given: unknown[]) {
  writeHeadOfRestify.apply(this, given);
  return this;
};

export function makeApp({ first, arrive, fail }: AppOptions): App {
  const options = { name: "", log: pino({ level: "silent" }), maxParamLength: 300, strictFormatters: false };
  const app = restify.createServer(options as unknown as restify.ServerOptions);

  app.pre((request: IncomingMessage, response: ServerResponse, next: (stop?: false) => void) => {
    try {
      arrive(request, response);
    } catch (error) {
      fail(request, response, error);
      next(false);
      return;
    }
    next();
  });
  // Whatever slips through our own handlers: restify would answer in a form of its own.
  app.on(
    "restifyError",
    (request: IncomingMessage, response: ServerResponse & { _sent?: boolean }, error: unknown, done: () => void) => {
      response._sent = true;
      if (!response.headersSent) fail(request, response, error);
      done();
    },
  );

  // restify passes the server's own errors on; whoever listens on a port hears them from the server itself.
  app.on("error", () => undefined);

  const { server } = app as unknown as { server: Server };
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (first(request, response)) return;
    for (const listener of listeners) listener.call(server, request, response);
  });

  return {
    server,
    on(methods, path, handle) {
      const answer = async (request: restify.Request, response: restify.Response) => {
        try {
          await handle(request, response, request.params as Record<string, string | undefined>);
        } catch (error) {
          fail(request, response, error);
        }
      };
      for (const method of methods) app[registrars[method]](path, answer);
    },
  };
}
