import { FluentProvider } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useHost } from "../host-context.ts";
import { usePlace } from "../place.tsx";
import { themeOf } from "../theme.ts";

/** Draws everything in the theme of the host and the accent of the kern one is in, or was last in. */
export function Appearance({ children }: { children: ReactNode }) {
  const host = useHost();
  const [mode, setMode] = useState(host.mode);
  const accent = usePlace()?.accent ?? "pine";
  useEffect(() => host.onMode(setMode), [host]);
  useEffect(() => {
    document.documentElement.dataset.mode = mode;
    document.documentElement.dataset.host = host.kind;
  }, [mode, host]);
  const theme = useMemo(() => themeOf(mode, accent, host.kind === "teams"), [mode, accent, host]);
  return <FluentProvider theme={theme}>{children}</FluentProvider>;
}
