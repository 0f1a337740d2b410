import { FluentProvider, type Theme } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useHost } from "../host-context.ts";
import { usePlace } from "../place.tsx";
import { groundOf, type Mode, themeOf } from "../theme.ts";

export interface Ground {
  mode: Mode;
  theme: Theme;
}

/** Draws everything in the theme of the host and the accent of the kern one is in, or was last in. `first`: fetched at the start. */
export function Appearance({ first, children }: { first: Ground; children: ReactNode }) {
  const host = useHost();
  const [ground, setGround] = useState(first);
  const { mode } = ground;
  const accent = usePlace()?.accent ?? "pine";
  useEffect(
    () =>
      host.onMode((changed) => {
        void groundOf(changed).then((theme) => setGround({ mode: changed, theme }));
      }),
    [host],
  );
  useEffect(() => {
    document.documentElement.dataset.mode = mode;
    document.documentElement.dataset.host = host.kind;
  }, [mode, host]);
  const theme = useMemo(() => themeOf(ground.theme, mode, accent, host.kind === "teams"), [ground, mode, accent, host]);
  return <FluentProvider theme={theme}>{children}</FluentProvider>;
}
