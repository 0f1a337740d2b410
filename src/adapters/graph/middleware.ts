/** The chain each request goes through: retrying, pacing, the token, and out. Own links in Microsoft's own chain. */

import { randomUUID } from "node:crypto";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { OutcomeUnknown, type Sending, WorkplaceRefused } from "../../provisioning/workplace.ts";
import type { Pacing } from "./pacing.ts";
import { type Decision, decide, readRetryAfter, type Traits } from "./retry.ts";
import type { Time } from "./time.ts";
import { readTenant, TokenDenied, type TokenSource } from "./token-source.ts";

interface ChainedCall {
  tenant: string;
  path: string;
  traits: Traits;
  parts?: readonly string[] | undefined;
  sending?: Sending | undefined;
}

/** What the chain must know of a call; travels with the request as a middleware option. */
export class CallOptions {
  readonly tenant: string;
  readonly path: string;
  readonly traits: Traits;
  /** Paths of the reads in a batch; each counts as a call of its own. */
  readonly parts: readonly string[];
  readonly sending: Sending | undefined;
  /** What ended the call without an answer. */
  failure: unknown = null;
  /** Graph did not take the token that was kept: ask for another one. */
  freshToken = false;

  constructor({ tenant, path, traits, parts = [], sending }: ChainedCall) {
    this.tenant = tenant;
    this.path = path;
    this.traits = traits;
    this.parts = parts;
    this.sending = sending;
  }
}

/** One line per attempt, in the form that contract checks read. */
export interface SentRequest {
  at: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  /** Null when no answer came. */
  status: number | null;
  tenant: string;
}

export interface ChainOptions {
  tokens: TokenSource;
  time: Time;
  pacing: Pacing;
  /** Told of every attempt, without the Authorization header. */
  record?(sent: SentRequest): void;
  /** After this long without an answer a request counts as lost. */
  timeoutMs: number;
}

/** The links in their order. */
export function makeChain(options: ChainOptions): Middleware[] {
  return [retrying(options), pacing(options), authorised(options), sending(options)];
}

/** A link that does something around the rest of the chain. */
function link(around: (context: Context, next: () => Promise<void>, call: CallOptions) => Promise<void>): Middleware {
  let following: Middleware | undefined;
  return {
    setNext(middleware) {
      following = middleware;
    },
    execute(context) {
      const call = context.middlewareControl?.getMiddlewareOptions(CallOptions);
      if (!(call instanceof CallOptions)) throw new Error("A Graph request goes through the door of client.ts.");
      return around(context, async () => following?.execute(context), call);
    },
  };
}

function retrying({ time, pacing }: ChainOptions): Middleware {
  return link(async (context, next, call) => {
    const { tenant, path, traits } = call;
    const began = time.now();
    for (let number = 1; ; number += 1) {
      let failure: unknown = null;
      try {
        context.response = undefined;
        await next();
      } catch (cause) {
        failure = cause;
      }
      const status = context.response?.status ?? null;
      if (status === 401 && !call.freshToken) {
        // Refused at the door, so nothing was done: once more, with a token made just now.
        call.freshToken = true;
        await context.response?.body?.cancel();
        continue;
      }
      const retryAfterMs = readRetryAfter(context.response?.headers.get("Retry-After") ?? null, time.now());
      const elapsedMs = time.now() - began;
      const decision: Decision =
        failure instanceof NotSent || (failure instanceof NoToken && failure.denied)
          ? { kind: "give-up" }
          : decide(traits, {
              status,
              neverSent: neverSent(failure),
              retryAfterMs,
              number,
              elapsedMs,
              chance: time.random(),
            });
      if (decision.kind === "answer") return;
      if (decision.kind === "unknown") {
        call.failure = new OutcomeUnknown(`${context.options?.method} ${path}: ${status ?? "no answer"}`, { cause: failure });
        throw call.failure;
      }
      if (decision.kind === "give-up") {
        if (status !== null) return;
        call.failure = failure instanceof NotSent ? failure.cause : failure;
        throw failure;
      }
      if (status === 429) pacing.hold({ tenant, method: context.options?.method ?? "GET", path }, time.now() + decision.ms);
      // The body of an answer that is not used would keep its connection.
      await context.response?.body?.cancel();
      await time.sleep(decision.ms);
    }
  });
}

/** What had to be written down before the request could leave was not, so nothing was sent. */
class NotSent extends Error {}

/** True when the request cannot have reached Graph. */
function neverSent(failure: unknown): boolean {
  if (failure instanceof NoToken) return true;
  const code = ((failure as Error | null)?.cause as { code?: string } | undefined)?.code ?? "";
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(code);
}

const noTokenSaid = {
  denied: {
    nl: "Kernplein mag nog niet in de Microsoft-omgeving van de gemeente. Er is niets veranderd. De beheerder van Microsoft 365 geeft toestemming.",
    en: "Kernplein may not enter the municipality's Microsoft environment yet. Nothing was changed. The administrator of Microsoft 365 gives consent.",
  },
  later: {
    nl: "De aanmelding bij Microsoft antwoordt niet. Er is niets veranderd. Probeer het later opnieuw.",
    en: "Microsoft's sign-in does not answer. Nothing was changed. Please try again later.",
  },
};

/** No token, so nothing was sent. `denied`: asking again would not help. */
export class NoToken extends WorkplaceRefused {
  readonly denied: boolean;

  constructor(message: string, denied: boolean, cause?: unknown) {
    super(noTokenSaid[denied ? "denied" : "later"], message, cause);
    this.denied = denied;
  }
}

/** A token that took longer than this to get may have used up the turn that was waited for. */
const promptMs = 20;

function pacing({ pacing: turns }: ChainOptions): Middleware {
  return link(async (context, next, { tenant, path, parts, sending }) => {
    const prepare =
      sending &&
      (() =>
        sending().catch((cause: unknown) => {
          throw new NotSent("Nothing was sent.", { cause });
        }));
    await turns.turn({ tenant, method: context.options?.method ?? "GET", path }, prepare);
    for (const part of parts) await turns.turn({ tenant, method: "GET", path: part });
    await next();
  });
}

function authorised({ tokens, time, pacing: turns }: ChainOptions): Middleware {
  return link(async (context, next, { tenant, path, freshToken }) => {
    const asked = time.now();
    let token: string;
    try {
      token = await tokens(tenant, freshToken);
    } catch (cause) {
      const denied = cause instanceof TokenDenied;
      const advice = denied ? " Let the municipality's administrator give consent with the link of kernplein onboarding." : "";
      const message = `There is no token for tenant ${tenant}, so nothing was sent.${advice} (${(cause as Error).message})`;
      throw new NoToken(message, denied, cause);
    }
    const meant = readTenant(token);
    if (meant !== null && meant.toLowerCase() !== tenant.toLowerCase()) {
      throw new NoToken(`The token is for tenant ${meant} and not for ${tenant}, so nothing was sent.`, true);
    }
    if (time.now() - asked > promptMs) await turns.turn({ tenant, method: context.options?.method ?? "GET", path });
    const headers = (context.options?.headers ?? {}) as Record<string, string>;
    context.options = {
      ...context.options,
      headers: {
        ...headers,
        "client-request-id": headers["client-request-id"] ?? randomUUID(),
        Authorization: `Bearer ${token}`,
      },
    };
    await next();
  });
}

function sending({ time, record, timeoutMs }: ChainOptions): Middleware {
  return link(async (context, _next, { tenant }) => {
    const at = time.now();
    const options = { ...context.options, signal: AbortSignal.timeout(timeoutMs) };
    try {
      context.response = await fetch(context.request, options);
    } finally {
      if (record) {
        const { Authorization: _, ...headers } = options.headers as Record<string, string>;
        const body = typeof options.body === "string" ? JSON.parse(options.body) : undefined;
        const status = context.response?.status ?? null;
        record({ at, method: options.method ?? "GET", url: String(context.request), headers, body, status, tenant });
      }
    }
  });
}
