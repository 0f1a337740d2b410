/** The one place that knows Leaflet. A plain sheet without tiles from outside: nobody there learns who looks at what. */
import { control, divIcon, type LatLngTuple, type Map as LeafletMap, map as makeMap, marker } from "leaflet";
import "leaflet/dist/leaflet.css";
import styles from "./map.module.css";

export interface Point {
  name: string;
  latitude: number;
  longitude: number;
  accent?: { light: string; dark: string };
}

/** Below this zoom the names would lie over each other; they are still read aloud and shown when a pin is touched. */
const namesFrom = 10.75;

/** Names stand to the right of their pins. */
const roomForName = 120;

/** A map in this element that shows all the points at once. `controls` names its buttons; `crowded`: names only of a touched pin. */
export function drawMap(
  element: HTMLElement,
  points: Point[],
  controls: { zoomIn: string; zoomOut: string },
  crowded = false,
): LeafletMap {
  element.classList.add(styles.map ?? "");
  const drawn = makeMap(element, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25 });
  control.zoom({ zoomInTitle: controls.zoomIn, zoomOutTitle: controls.zoomOut }).addTo(drawn);
  drawn.on("zoomend", () => element.classList.toggle(styles.far ?? "", crowded || drawn.getZoom() < namesFrom));
  const corners = points.map((point): LatLngTuple => [point.latitude, point.longitude]);
  if (corners.length > 0)
    drawn.fitBounds(corners, { paddingTopLeft: [28, 40], paddingBottomRight: [roomForName, 40], maxZoom: 14 });
  return drawn;
}

/** Puts a named pin on the map; `onPress` makes it a button, by keyboard as well. Gives a function that takes it away. */
export function addPin(drawn: LeafletMap, point: Point, onPress?: () => void): () => void {
  const label = document.createElement("span");
  label.className = styles.name ?? "";
  label.textContent = point.name;
  const icon = divIcon({ className: styles.pin ?? "", html: label, iconSize: [28, 28] });
  const pin = marker([point.latitude, point.longitude], { icon, keyboard: Boolean(onPress), interactive: Boolean(onPress) });
  if (onPress) pin.on("click", onPress);
  pin.addTo(drawn);
  pin.getElement()?.style.setProperty("--pin-on-light", point.accent?.light ?? "");
  pin.getElement()?.style.setProperty("--pin-on-dark", point.accent?.dark ?? "");
  return () => pin.remove();
}
