/**
 * The host's side of teams-js: hears what a framed page asks and answers as Microsoft's own clients do. Read out of teams-js itself:
 * a request is {id, uuidAsString, func, args}; the answer carries both ids and `args`; what Teams tells by itself is {func, args}.
 */
import { type FrameContext, notSupported, runtime, understands } from "./context.ts";

export interface Asking {
  context: FrameContext;
  frame: HTMLIFrameElement;
  args: readonly unknown[];
}

/** Answers with the arguments that teams-js hands to the page; undefined where Teams says nothing. */
export type Answerer = (asking: Asking) => readonly unknown[] | undefined | Promise<readonly unknown[] | undefined>;

export interface Host {
  /** From now on this frame is heard, as long as it is on the page. */
  hear(frame: HTMLIFrameElement, context: FrameContext): void;
  /** Tells something to every page, or to those of one kind: "themeChange", "settings.save". */
  tell(func: string, args: readonly unknown[], context?: FrameContext): void;
}

/** Pages that Teams only listens to. */
const silent = new Set(["registerHandler", "readyToUnload", "log.request", "appInitialization.appLoaded"]);

/** `origin`: of the pages; others are not heard. `said`: hears everything that is asked, in order. */
export function playHost(
  origin: string,
  functions: Readonly<Record<string, Answerer>>,
  said: (func: string, args: readonly unknown[]) => void,
): Host {
  const heard = new Map<HTMLIFrameElement, FrameContext>();

  function answerTo(func: string, asking: Asking) {
    if (func === "initialize") return [asking.context, "web", runtime, understands];
    const deed = functions[func];
    return deed ? deed(asking) : [notSupported];
  }

  window.addEventListener("message", async ({ data, source, origin: from }) => {
    const pair = [...heard].find(([frame]) => frame.isConnected && frame.contentWindow === source);
    if (!pair || from !== origin || typeof data?.func !== "string") return;
    const [frame, context] = pair;
    const { id, uuidAsString, func } = data;
    const asked: readonly unknown[] = Array.isArray(data.args) ? data.args : [];
    said(func, asked);
    if (silent.has(func)) return;
    const answer = await answerTo(func, { frame, context, args: asked });
    if (answer && frame.isConnected) frame.contentWindow?.postMessage({ id, uuidAsString, args: answer }, origin);
  });

  return {
    hear(frame, context) {
      for (const known of heard.keys()) if (!known.isConnected) heard.delete(known);
      heard.set(frame, context);
    },
    tell(func, args, only) {
      for (const [frame, context] of heard) {
        if (frame.isConnected && (only === undefined || only === context))
          frame.contentWindow?.postMessage({ func, args }, origin);
      }
    },
  };
}
