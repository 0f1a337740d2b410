/** Writes each request as a line of JSON, in the form that contract checks read. The Authorization header is left out. */
import { closeSync, openSync, writeSync } from "node:fs";

export interface RecordedRequest {
  at: number;
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: unknown;
  status: number;
  tenant: string;
}

export interface Recorder {
  write(entry: RecordedRequest): void;
  close(): void;
}

/** Appends to the file at `path`, or does nothing without one. */
export function makeRecorder(path: string | undefined): Recorder {
  if (!path) return { write: () => undefined, close: () => undefined };
  const file = openSync(path, "a");
  return {
    write({ headers, ...entry }) {
      const { authorization: _, ...shown } = headers;
      writeSync(file, `${JSON.stringify({ ...entry, headers: shown })}\n`);
    },
    close: () => closeSync(file),
  };
}
