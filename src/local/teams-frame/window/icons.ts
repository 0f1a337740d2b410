/** The few drawings of the window: own lines on a grid of 20, in the colour of the words beside them. */
const drawings = {
  teams:
    "M3 6.5h9v8H3zM12 8h5v6.5h-5M7.5 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M14.500 4.700a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3",
  square: "M3 16.500h14M5 16.500v-7h5v7M4 9.500 7.500 5 11 9.500M12.500 16.500v-10l2-3 2 3v10",
  back: "M12 4 6 10l6 6",
  cross: "m5 5 10 10M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  settings: "M3 6h9M15 6h2M3 14h2M8 14h9M13.500 4.200v3.600M6.500 12.200v3.600",
} as const;

export function icon(name: keyof typeof drawings): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 20 20", "aria-hidden": "true", class: "icon" }))
    svg.setAttribute(key, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
}
