import { FluentProvider, type Theme } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useHost } from "../host-context.ts";
import { usePlace } from "../place.tsx";
import { groundOf, type Mode, themeOf } from "../theme.ts";

export interface Ground {
  mode: Mode;
  theme: Theme;
}

/** The light ground while the page is being printed, whatever is on the screen: paper is white. */
function usePaper(): Ground | null {
  const [paper, setPaper] = useState<Ground | null>(null);
  useEffect(() => {
    const printing = window.matchMedia("print");
    let light: Ground | undefined;
    // Printing does not wait, so the change is drawn at once.
    const follow = () => flushSync(() => setPaper(printing.matches ? (light ?? null) : null));
    void groundOf("light").then((theme) => {
      light = { mode: "light", theme };
    });
    printing.addEventListener("change", follow);
    return () => printing.removeEventListener("change", follow);
  }, []);
  return paper;
}

/** Draws everything in the theme of the host and the accent of the kern one is in, or was last in. `first`: fetched at the start. */
export function Appearance({ first, children }: { first: Ground; children: ReactNode }) {
  const host = useHost();
  const [ground, setGround] = useState(first);
  const paper = usePaper();
  const shown = paper ?? ground;
  const { mode } = shown;
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
  const theme = useMemo(() => themeOf(shown.theme, mode, accent, host.kind === "teams"), [shown, mode, accent, host]);
  return <FluentProvider theme={theme}>{children}</FluentProvider>;
}
