/** What a browser needs to put Kernplein on a home screen, under the municipality's own name (W3C Web Application Manifest). */
import type { Municipality } from "./municipalities.ts";

/** Of nobody in particular; each municipality has its own below its own address. */
export const manifestPath = "/kernplein.webmanifest";

export const manifestOf = (municipality: Municipality | undefined): string =>
  municipality ? `/${municipality.municipality}${manifestPath}` : manifestPath;

const icon = (size: number, purpose: "any" | "maskable") => ({
  src: purpose === "any" ? `/pictogram-${size}.png` : `/pictogram-rond-${size}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

export function webManifest(municipality: Municipality | undefined): string {
  const start = municipality ? `/${municipality.municipality}` : "/";
  return JSON.stringify({
    id: start,
    name: municipality ? `Kernplein ${municipality.name}` : "Kernplein",
    short_name: "Kernplein",
    description: "Het plein van uw dorp: voorstellen doen, meepraten en stemmen.",
    lang: "nl",
    dir: "ltr",
    start_url: start,
    scope: "/",
    display: "standalone",
    background_color: "#f6f1e8",
    theme_color: "#f6f1e8",
    categories: ["government", "social"],
    icons: [icon(192, "any"), icon(512, "any"), icon(192, "maskable"), icon(512, "maskable")],
  });
}
