import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { remember, remembered } from "./kit/device-memory.ts";

/** The kern the page is about: its accent colours the page, and the navigation leads to its pages. */
export interface Place {
  municipality: string;
  kern: string;
  name: string;
  accent: string;
}

interface PlaceState {
  place: Place | null;
  setPlace: (place: Place) => void;
}

const PlaceContext = createContext<PlaceState>({ place: null, setPlace: () => {} });

function lastPlace(): Place | null {
  try {
    return JSON.parse(remembered("place") ?? "null") as Place | null;
  } catch {
    return null;
  }
}

/** Keeps the kern one is in; at the start that of the last visit. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(lastPlace);
  const state = useMemo(() => ({ place, setPlace }), [place]);
  return <PlaceContext value={state}>{children}</PlaceContext>;
}

/** The kern one is in, or was last in; null on a first visit. */
export function usePlace(): Place | null {
  return use(PlaceContext).place;
}

/** Says which kern this page is about, once that is known. */
export function useAt(here: Place | undefined): void {
  const { setPlace } = use(PlaceContext);
  const { municipality, kern, name, accent } = here ?? {};
  useEffect(() => {
    if (!municipality || !kern || !name || !accent) return;
    const place = { municipality, kern, name, accent };
    setPlace(place);
    remember("place", JSON.stringify(place));
  }, [municipality, kern, name, accent, setPlace]);
}
