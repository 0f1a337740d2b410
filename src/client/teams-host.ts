import { app, authentication, FrameContexts } from "@microsoft/teams-js";
import type { Host } from "./host.ts";
import { dialogsIn, isPath } from "./teams-dialogs.ts";
import type { Mode } from "./theme.ts";

const modes: Record<string, Mode> = { dark: "dark", contrast: "contrast" };
const isLocal = (hostname: string): boolean => hostname === "localhost" || hostname === "127.0.0.1";

/** On one's own machine a page of our own may play Teams; elsewhere only Microsoft's origins are believed. */
function localOrigins(): string[] {
  if (!isLocal(window.location.hostname)) return [];
  const around = [window.location.origin, document.referrer].filter((address) => URL.canParse(address));
  return [
    ...new Set(
      around
        .map((address) => new URL(address))
        .filter((url) => isLocal(url.hostname))
        .map((url) => url.origin),
    ),
  ];
}

/** Milliseconds since 1970 at which a JWT ends; 0 when it cannot be read. */
function endOf(token: string): number {
  try {
    const claims = JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: number };
    return (claims.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}

/** Greets Teams (which must answer within ten seconds) and gives the host that speaks with it. */
export async function teamsHost(): Promise<Host> {
  const silence = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("Teams does not answer")), 10_000));
  await Promise.race([app.initialize(localOrigins()), silence]);
  const context = await app.getContext();
  const inDialog = context.page.frameContext === FrameContexts.task;
  let mode: Mode = modes[context.app.theme] ?? "light";
  let token = "";
  let asking: Promise<string> | undefined;
  const listeners = new Set<(mode: Mode) => void>();
  app.registerOnThemeChangeHandler((theme) => {
    mode = modes[theme] ?? "light";
    for (const listener of listeners) listener(mode);
  });
  return {
    kind: "teams",
    basepath: "/tab",
    mode: () => mode,
    onMode(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async bearer() {
      if (endOf(token) > Date.now() + 60_000) return token;
      // Several calls at once ask Teams once. Without a token the server answers 401, and the sign-in page says what to do.
      asking ??= authentication.getAuthToken().catch(() => "");
      token = await asking;
      asking = undefined;
      return token || undefined;
    },
    deepLink: !inDialog && isPath(context.page.subPageId) ? context.page.subPageId : null,
    ready: () => app.notifySuccess(),
    attach: dialogsIn(inDialog),
  };
}
