import type { LeafletMouseEvent } from "leaflet";
import { useEffect, useRef } from "react";
import type { KernView } from "../../kernen/contract.ts";
import type { Place } from "../../proposals/contract.ts";
import { addPin, drawMap } from "../kit/map.ts";
import { useText } from "../language.ts";

interface PlaceMapProps {
  kern: KernView;
  place: Pick<Place, "label" | "latitude" | "longitude"> | null;
  /** When given, pressing the map chooses that place. */
  onChoose?: (point: { latitude: number; longitude: number }) => void;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** The kern and one place near it, on a plain sheet. */
export function PlaceMap({ kern, place, onChoose }: PlaceMapProps) {
  const say = useText("proposals");
  const element = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const words = { zoomIn: say("map.closer"), zoomOut: say("map.farther"), here: say("map.here") };
  const { zoomIn, zoomOut, here } = words;
  const { name, latitude, longitude } = kern;
  const [at, on] = [place?.latitude, place?.longitude];
  useEffect(() => {
    if (!element.current) return;
    const sheet = document.createElement("div");
    element.current.append(sheet);
    const home = { name, latitude, longitude };
    const chosen = at !== undefined && on !== undefined ? [{ name: here, latitude: at, longitude: on }] : [];
    const drawn = drawMap(sheet, [home, ...chosen], { zoomIn, zoomOut });
    addPin(drawn, home);
    for (const point of chosen) addPin(drawn, point);
    drawn.on("click", ({ latlng }: LeafletMouseEvent) =>
      choose.current?.({ latitude: rounded(latlng.lat), longitude: rounded(latlng.lng) }),
    );
    return () => {
      drawn.remove();
      sheet.remove();
    };
  }, [name, latitude, longitude, at, on, here, zoomIn, zoomOut]);
  return (
    <section aria-label={say("place.map")}>
      <div ref={element} />
    </section>
  );
}
