/** Reading and answering requests of the local sign-in. */
import type { IncomingMessage, ServerResponse } from "node:http";

const largestBody = 64 * 1024;

/** Ends a request with this answer. */
export class Ended extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(String(status));
    this.status = status;
    this.body = body;
  }
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw problem(413, "body-too-large", "De inhoud is te groot. The content is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(await readText(request));

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(status, {
    "Content-Type": status >= 400 && isProblem(body) ? "application/problem+json" : "application/json",
  });
  response.end(JSON.stringify(body));
}

const isProblem = (body: unknown): boolean => typeof body === "object" && body !== null && "title" in body;

/** An error for people and scripts. */
export function problem(status: number, code: string, detail: string): Ended {
  return new Ended(status, { type: `urn:kernplein:problem:${code}`, title: detail.split(". ")[0] ?? code, status, detail, code });
}

/** An error as Entra's token endpoint says it. */
export function entraError(status: number, error: string, number: number, description: string): Ended {
  return new Ended(status, { error, error_description: `AADSTS${number}: ${description}`, error_codes: [number] });
}
