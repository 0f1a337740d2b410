/** Where a page of a list ended. Opaque to the client: base64url over JSON, taken apart again with suspicion. */
import { z } from "zod";
import { proposalSort } from "./contract.ts";

const shape = z.tuple([proposalSort, z.enum(["published", "mine"]), z.int().min(0).max(Number.MAX_SAFE_INTEGER), z.uuid()]);

export interface Cursor {
  sort: z.output<typeof proposalSort>;
  show: "published" | "mine";
  /** Sort value of the last row: microseconds since 1970 for times, the count itself for counts. */
  key: number;
  /** Id of the last row, which decides among equal keys. */
  proposal: string;
}

const largestCount = 2 ** 31 - 1;

export function encodeCursor({ sort, show, key, proposal }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, show, key, proposal])).toString("base64url");
}

/** Null when it is not one of ours, or belongs to another list or order. */
export function decodeCursor(given: string, { sort, show }: Pick<Cursor, "sort" | "show">): Cursor | null {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(given, "base64url").toString("utf8"));
  } catch {
    return null;
  }
  const parsed = shape.safeParse(content);
  if (!parsed.success) return null;
  const [ofSort, ofShow, key, proposal] = parsed.data;
  if (ofSort !== sort || ofShow !== show) return null;
  if (sort !== "newest" && key > largestCount) return null;
  return { sort, show, key, proposal };
}
