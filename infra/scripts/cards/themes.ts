/** The looks in which people see cards: the colours of Fluent's three Teams themes, and the measures Teams draws cards with. */

export interface Theme {
  /** Behind the card. */
  page: string;
  card: string;
  band: string;
  text: string;
  subtle: string;
  accent: string;
  attention: string;
  good: string;
  line: string;
  button: string;
  onButton: string;
}

export type ThemeName = "light" | "dark" | "contrast";

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    page: "#f5f5f5",
    card: "#ffffff",
    band: "#f5f5f5",
    text: "#242424",
    subtle: "#616161",
    accent: "#4f52b2",
    attention: "#b10e1c",
    good: "#0e700e",
    line: "#d1d1d1",
    button: "#5b5fc7",
    onButton: "#ffffff",
  },
  dark: {
    page: "#1f1f1f",
    card: "#292929",
    band: "#1f1f1f",
    text: "#ffffff",
    subtle: "#adadad",
    accent: "#9299f7",
    attention: "#e37d80",
    good: "#54b054",
    line: "#666666",
    button: "#4f52b2",
    onButton: "#ffffff",
  },
  contrast: {
    page: "#000000",
    card: "#000000",
    band: "#000000",
    text: "#ffffff",
    subtle: "#ffffff",
    accent: "#ffff00",
    attention: "#ffffff",
    good: "#ffffff",
    line: "#ffffff",
    button: "#ffff00",
    onButton: "#000000",
  },
};

const font = "'Segoe UI', system-ui, 'DejaVu Sans', sans-serif";

/** What the official renderer asks of a host (HostConfig). */
export function hostConfig(theme: Theme): object {
  const colour = (one: string, subtle = one) => ({ default: one, subtle });
  const foregroundColors = {
    default: colour(theme.text, theme.subtle),
    accent: colour(theme.accent),
    attention: colour(theme.attention),
    good: colour(theme.good),
    warning: colour(theme.attention),
    light: colour(theme.card),
    dark: colour(theme.text),
  };
  const surface = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    supportsInteractivity: true,
    fontFamily: font,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: { default: surface(theme.card), emphasis: surface(theme.band) },
    actions: {
      maxActions: 6,
      spacing: "Default",
      buttonSpacing: 8,
      showCard: { actionMode: "Inline", inlineTopMargin: 16, style: "emphasis" },
      actionsOrientation: "Horizontal",
      actionAlignment: "Left",
    },
    adaptiveCard: { allowCustomStyle: false },
    inputs: {
      label: { inputSpacing: "Small", requiredInputs: { suffix: " *", suffixColor: "Attention" } },
      errorMessage: { spacing: "Small", weight: "Default" },
    },
  };
}

/** Buttons and fields are drawn by the host's own style sheet. */
export function hostStyles(name: ThemeName): string {
  const { page, card, text, line, button, onButton } = themes[name];
  const inside = `[data-theme="${name}"]`;
  return `
    ${inside} { background: ${page}; color: ${text}; }
    ${inside} .frame { background: ${card}; border: 1px solid ${line}; }
    ${inside} .ac-pushButton, ${inside} .ac-input { background: ${card}; color: ${text}; border: 1px solid ${line}; }
    ${inside} .ac-pushButton.style-positive { background: ${button}; color: ${onButton}; border-color: ${button}; }
  `;
}

export const commonStyles = `
  * { box-sizing: border-box; }
  body { margin: 0; width: max-content; font: 14px ${font}; }
  [data-theme] { display: flex; align-items: flex-start; gap: 24px; padding: 16px; }
  .frame { border-radius: 6px; overflow-wrap: anywhere; }
  .ac-pushButton { font: 600 14px ${font}; border-radius: 4px; padding: 5px 12px; min-height: 32px; text-align: center; }
  .ac-pushButton.expandable::after { content: " ▾"; font-family: inherit; }
  .ac-input { font: 14px ${font}; border-radius: 4px; padding: 6px 8px; width: 100%; }
`;
