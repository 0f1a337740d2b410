/** Where a page of a list ended. Opaque to the client: base64url over JSON, taken apart again with suspicion. */
import { z } from "zod";

/** A century is enough; PostgreSQL's own last moment is beyond what a number holds exactly. */
const latest = Date.UTC(2200, 0) * 1000;
const shape = z.tuple([z.enum(["upcoming", "past"]), z.int().min(0).max(latest), z.uuid()]);

export interface Cursor {
  when: "upcoming" | "past";
  /** Beginning of the last row, in microseconds since 1970. */
  key: number;
  /** Id of the last row, which decides among equal beginnings. */
  meeting: string;
}

export function encodeCursor({ when, key, meeting }: Cursor): string {
  return Buffer.from(JSON.stringify([when, key, meeting])).toString("base64url");
}

/** Null when it is not one of ours, or belongs to the other list. */
export function decodeCursor(given: string, { when }: Pick<Cursor, "when">): Cursor | null {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(given, "base64url").toString("utf8"));
  } catch {
    return null;
  }
  const parsed = shape.safeParse(content);
  if (!parsed.success || parsed.data[0] !== when) return null;
  const [, key, meeting] = parsed.data;
  return { when, key, meeting };
}
