/** Reading what a request carries, within limits, and refusing what it should not carry. */
import type { IncomingMessage } from "node:http";
import { WebRefusal } from "./problems.ts";

const jsonLimit = 64 * 1024;
const photoLimit = 8 * 1024 * 1024;

/** What is thrown away of a body that is too large before the line is cut. */
const patience = 32 * 1024 * 1024;

/** Rounded down: what fits in the words is taken. */
const inWords = (bytes: number) => {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes >= 1024 ? `${Math.floor(kilobytes / 1024)} MB` : `${kilobytes} KB`;
};

/** All bytes of the body; refuses more than `limit` (bytes) as soon as it is certain. */
export async function readBytes(
  request: IncomingMessage,
  limit: number,
  tooLarge: "body-too-large" | "photo-too-large" = "body-too-large",
): Promise<Buffer> {
  const refuse = () => {
    discardRest(request);
    return new WebRefusal(tooLarge, { limit: inWords(limit) });
  };
  if (Number(request.headers["content-length"] ?? 0) > limit) throw refuse();
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.off("data", onData);
      reject(refuse());
    };
    request.on("data", onData);
    request.once("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once("error", () => reject(new WebRefusal("malformed-request")));
    // Every request closes; only for one that was cut off a refusal (an error with its stack) is worth making.
    request.once("close", () => {
      if (!request.complete) reject(new WebRefusal("malformed-request"));
    });
  });
}

/** Lets the sender finish, so that it reads our answer instead of a broken line; a sender without end is cut off. */
function discardRest(request: IncomingMessage): void {
  let dropped = 0;
  request.on("data", (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > patience) request.destroy();
  });
}

/** The media type of a body, lower case without parameters; empty when none is named. */
export function contentTypeOf(request: IncomingMessage): string {
  return (request.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function carriesBody(request: IncomingMessage): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

/**
 * The JSON object in the body; an empty one when the request carries none.
 * Refuses another content type (415), more than `limit` bytes (413), what is no JSON object, NUL characters and keys that reach into prototypes (400).
 */
export async function readJson(request: IncomingMessage, limit = jsonLimit): Promise<Record<string, unknown>> {
  if (!carriesBody(request)) return {};
  if (contentTypeOf(request) !== "application/json") throw new WebRefusal("wrong-content-type", { offered: "application/json" });
  const text = (await readBytes(request, limit)).toString("utf8");
  if (text.trim() === "") return {};
  let given: unknown;
  try {
    given = JSON.parse(text, refuseStrangeParts);
  } catch {
    throw new WebRefusal("malformed-json");
  }
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw new WebRefusal("malformed-json");
  return given as Record<string, unknown>;
}

const prototypeKeys = new Set(["__proto__", "constructor", "prototype"]);

/** PostgreSQL keeps no NUL in a text, so it must not come further than here. */
function refuseStrangeParts(key: string, value: unknown): unknown {
  if (prototypeKeys.has(key) || (typeof value === "string" && value.includes("\0"))) throw new WebRefusal("malformed-json");
  return value;
}

/** The bytes of an uploaded image. Whether it is one is judged by who reads it; here only what it says it is. */
export async function readImage(request: IncomingMessage): Promise<{ bytes: Buffer; contentType: string }> {
  const contentType = contentTypeOf(request);
  if (!/^image\/[\w.+-]+$/.test(contentType)) {
    throw new WebRefusal("wrong-content-type", { offered: "image/jpeg, image/png, image/webp" });
  }
  return { bytes: await readBytes(request, photoLimit, "photo-too-large"), contentType };
}
