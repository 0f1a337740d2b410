/** The colours and sizes of a page: the Teams theme that is on, warmed outside Teams, with the accent of the kern. Pure. */
import type { Theme } from "@fluentui/react-components";
import { accentOf } from "../kernen/kern-identity.ts";
import { mix } from "./mix.ts";

export type Mode = "light" | "dark" | "contrast";

/** The Teams theme below ours; only the one that is on is fetched. */
export async function groundOf(mode: Mode): Promise<Theme> {
  if (mode === "light") return (await import("./grounds/light.ts")).default;
  if (mode === "dark") return (await import("./grounds/dark.ts")).default;
  return (await import("./grounds/contrast.ts")).default;
}

/** Sizes in rem, so that a person's own font size counts. Outside Teams the body is 16 px, inside it is the 14 px of Teams. */
const sizes = (body: "browser" | "teams"): Partial<Theme> => ({
  fontSizeBase100: "0.75rem",
  lineHeightBase100: "1rem",
  fontSizeBase200: body === "teams" ? "0.8125rem" : "0.875rem",
  lineHeightBase200: "1.25rem",
  fontSizeBase300: body === "teams" ? "0.875rem" : "1rem",
  lineHeightBase300: body === "teams" ? "1.25rem" : "1.5rem",
  fontSizeBase400: body === "teams" ? "1rem" : "1.125rem",
  lineHeightBase400: "1.5rem",
  fontSizeBase500: "1.25rem",
  lineHeightBase500: "1.625rem",
  fontSizeBase600: "1.75rem",
  lineHeightBase600: "2.125rem",
  borderRadiusMedium: "6px",
  borderRadiusXLarge: "8px",
});

/** Paper instead of screen grey: only outside Teams, where no host sets the tone. */
const warmth: Record<Mode, Partial<Theme>> = {
  light: {
    colorNeutralBackground2: "#fcf9f4",
    colorNeutralBackground3: "#f6f1e8",
    colorNeutralBackground4: "#f1ebe0",
    colorSubtleBackgroundHover: "#f4eee3",
    colorSubtleBackgroundPressed: "#ece4d6",
    colorNeutralStroke2: "#e3dbcd",
    colorNeutralStroke3: "#ede6da",
    colorNeutralForeground2: "#3d3a36",
    colorNeutralForeground3: "#5c5751",
  },
  dark: {
    colorNeutralBackground1: "#2a2725",
    colorNeutralBackground2: "#242220",
    colorNeutralBackground3: "#1d1b1a",
    colorNeutralBackground4: "#191716",
    colorSubtleBackgroundHover: "#353130",
    colorSubtleBackgroundPressed: "#2e2b29",
    colorNeutralStroke2: "#4a4541",
    colorNeutralStroke3: "#3a3633",
  },
  contrast: {},
};

/** The orange and the red of Fluent fall just short of 4.5:1 as words on our grounds. */
const legible: Record<"light" | "dark", Partial<Theme>> = {
  light: { colorStatusWarningForeground3: "#a84407" },
  dark: { colorStatusDangerForeground1: "#ee959c" },
};

/** The same theme in the colours that the person chose for her whole system; the browser replaces all others by these anyway. */
function inSystemColours(theme: Theme): Theme {
  const system = (name: string): string => {
    if (name === "colorNeutralForegroundOnBrand") return "HighlightText";
    if (/Link/.test(name)) return "LinkText";
    if (/^color(Compound)?BrandBackground(Hover|Pressed|Selected)?$/.test(name)) return "Highlight";
    if (/Background|Stencil|Inverted/.test(name)) return "Canvas";
    return /Disabled/.test(name) ? "GrayText" : "CanvasText";
  };
  const named = Object.entries(theme).map(([name, value]) => [name, name.startsWith("color") ? system(name) : value]);
  return Object.fromEntries(named) as Theme;
}

function inAccent(mode: "light" | "dark", accentName: string): Partial<Theme> {
  const accent = accentOf(accentName);
  const [base, on] = mode === "light" ? [accent.light, accent.onLight] : [accent.dark, accent.onDark];
  // Away from the text that stands on it, so that hover and press never lose contrast.
  const away = mode === "light" ? "#000000" : "#ffffff";
  const hover = mix(base, away, 0.14);
  const pressed = mix(base, away, 0.26);
  const surface = mode === "light" ? "#ffffff" : "#2a2725";
  return {
    colorNeutralForegroundOnBrand: on,
    colorBrandBackground: base,
    colorBrandBackgroundHover: hover,
    colorBrandBackgroundPressed: pressed,
    colorBrandBackgroundSelected: pressed,
    colorBrandBackground2: mix(surface, base, mode === "light" ? 0.08 : 0.04),
    colorBrandBackground2Hover: mix(surface, base, 0.12),
    colorBrandBackground2Pressed: mix(surface, base, 0.18),
    colorBrandForeground1: base,
    colorBrandForeground2: hover,
    colorBrandForegroundLink: base,
    colorBrandForegroundLinkHover: hover,
    colorBrandForegroundLinkPressed: pressed,
    colorBrandForegroundLinkSelected: base,
    colorBrandStroke1: base,
    colorBrandStroke2: mix(surface, base, 0.35),
    colorCompoundBrandBackground: base,
    colorCompoundBrandBackgroundHover: hover,
    colorCompoundBrandBackgroundPressed: pressed,
    colorCompoundBrandForeground1: base,
    colorCompoundBrandForeground1Hover: hover,
    colorCompoundBrandForeground1Pressed: pressed,
    colorCompoundBrandStroke: base,
    colorCompoundBrandStrokeHover: hover,
    colorCompoundBrandStrokePressed: pressed,
    colorNeutralForeground2BrandHover: base,
    colorNeutralForeground2BrandPressed: pressed,
    colorNeutralForeground2BrandSelected: base,
  };
}

/**
 * The theme of a page on its ground (see groundOf). `accentName`: the accent of the kern the page is about; `insideTeams`: then the host's own neutrals stay.
 * High contrast has no accent: in Teams its own theme, in a browser the colours of the person's system.
 */
export function themeOf(ground: Theme, mode: Mode, accentName: string, insideTeams: boolean): Theme {
  const size = sizes(insideTeams ? "teams" : "browser");
  if (mode === "contrast") {
    const contrast = { ...ground, ...size };
    return insideTeams ? contrast : inSystemColours(contrast);
  }
  return { ...ground, ...(insideTeams ? {} : warmth[mode]), ...legible[mode], ...inAccent(mode, accentName), ...size };
}
