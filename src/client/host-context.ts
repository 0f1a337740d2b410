import { createContext, use } from "react";
import type { Host } from "./host.ts";

export const HostContext = createContext<Host | null>(null);

/** The host the pages run in. */
export function useHost(): Host {
  const host = use(HostContext);
  if (!host) throw new Error("No host: this is drawn outside HostContext");
  return host;
}
