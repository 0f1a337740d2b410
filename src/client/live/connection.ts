/**
 * Keeps a stream of changes open while the page is looked at. A page that is hidden lets go after a minute; when it is looked at again,
 * wakes up or is online again it comes back with the number of its last message, and hears what it missed.
 */
import type { LiveMessage } from "../../shared/live.ts";
import { Problem } from "../problem.ts";
import { eventReader } from "./event-stream.ts";
import { pauseAfter } from "./pause.ts";

export interface Connection {
  /** Opens the stream; throws a Problem. `last`: number of the last message, or "". */
  open(last: string, signal: AbortSignal): Promise<Response>;
  hear(message: LiveMessage): void;
}

/** The server's heart beats every 20 seconds. */
const silentMs = 50_000;
const hiddenMs = 60_000;

/** Starts; gives a function that stops it for good. */
export function keepListening({ open, hear }: Connection): () => void {
  let stopped = false;
  let last = "";
  let failures = 0;
  let line: AbortController | undefined;
  let lastSign = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let letGo: ReturnType<typeof setTimeout> | undefined;

  const wanted = () => !stopped && navigator.onLine && document.visibilityState === "visible";

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const events = eventReader();
    const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      lastSign = Date.now();
      failures = 0;
      for (const { id, data } of events(piece.value)) {
        last = id || last;
        hear(JSON.parse(data) as LiveMessage);
      }
    }
  }

  async function listen(): Promise<void> {
    clearTimeout(retry);
    if (line || !wanted()) return;
    const mine = new AbortController();
    line = mine;
    lastSign = Date.now();
    const watch = setInterval(() => Date.now() - lastSign > silentMs && mine.abort(), 5000);
    let fault: unknown;
    try {
      const { body } = await open(last, mine.signal);
      if (body) await read(body);
    } catch (caught) {
      fault = caught;
    } finally {
      clearInterval(watch);
      line = undefined;
    }
    // Not signed in any more: whoever signs in starts anew.
    if (fault instanceof Problem && (fault.status === 401 || fault.status === 403)) stopped = true;
    if (!stopped) retry = setTimeout(() => void listen(), pauseAfter(fault, failures++, Math.random()));
  }

  /** After sleep a line may look open and be dead. */
  function wake(): void {
    clearTimeout(letGo);
    if (!wanted()) {
      letGo = setTimeout(() => !wanted() && line?.abort(), hiddenMs);
      return;
    }
    failures = 0;
    if (line && Date.now() - lastSign > silentMs / 2) line.abort();
    else void listen();
  }

  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  void listen();
  return () => {
    stopped = true;
    clearTimeout(retry);
    clearTimeout(letGo);
    line?.abort();
    document.removeEventListener("visibilitychange", wake);
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
  };
}
