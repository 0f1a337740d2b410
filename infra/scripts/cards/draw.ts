/** Draws cards with Microsoft's own renderer (the package adaptivecards) in a real browser. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Card } from "../../../src/adapters/teams/engine.ts";
import { commonStyles, hostConfig, hostStyles, type ThemeName, themes } from "./themes.ts";

/** A phone that is narrow even for a phone, and a channel on a desktop. */
export const widths = [320, 600] as const;
export const themeNames = Object.keys(themes) as ThemeName[];

const read = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(file)), "utf8");

/** Only what these pages use of the renderer. */
interface Renderer {
  AdaptiveCard: {
    new (): { hostConfig: object; parse(card: object): void; render(): HTMLElement | undefined; validateProperties(): { validationEvents: { message: string }[] } };
    onProcessMarkdown?: (text: string, result: { outputHtml: string; didProcess: boolean }) => void;
  };
  HostConfig: new (config: object) => object;
}

/** Makes a page ready to draw on: the renderer, and how Teams looks. */
export async function prepare(page: Page): Promise<void> {
  const styles = [read("adaptivecards/dist/adaptivecards.css"), commonStyles, ...themeNames.map(hostStyles)].join("\n");
  await page.setContent(`<!doctype html><html lang="nl"><title>Cards</title><style>${styles}</style><body></body></html>`);
  await page.addScriptTag({ content: read("adaptivecards/dist/adaptivecards.min.js") });
  await page.evaluate(() => {
    const { AdaptiveCard } = (window as unknown as { AdaptiveCards: Renderer }).AdaptiveCards;
    // Bold is all the Markdown that our own words use.
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      const holder = document.createElement("p");
      holder.textContent = text;
      result.outputHtml = `<p>${holder.innerHTML.replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")}</p>`;
      result.didProcess = true;
    };
  });
}

/** Draws the card in each theme (a row) and width (a column). Gives what the renderer itself has against the card. */
export async function draw(page: Page, card: Card, names: readonly ThemeName[] = themeNames, wide: readonly number[] = widths): Promise<string[]> {
  const hosts = names.map((name) => ({ name, config: hostConfig(themes[name]) }));
  return page.evaluate(
    ({ card: drawn, hosts: looks, wide: columns }) => {
      const { AdaptiveCard, HostConfig } = (window as unknown as { AdaptiveCards: Renderer }).AdaptiveCards;
      const faults = new Set<string>();
      document.body.replaceChildren(
        ...looks.map(({ name, config }) => {
          const row = document.createElement("div");
          row.dataset["theme"] = name;
          for (const width of columns) {
            const frame = document.createElement("div");
            frame.className = "frame";
            frame.style.width = `${width}px`;
            const one = new AdaptiveCard();
            one.hostConfig = new HostConfig(config);
            one.parse(drawn);
            for (const { message } of one.validateProperties().validationEvents) faults.add(message);
            frame.append(one.render() ?? "not drawn");
            row.append(frame);
          }
          return row;
        }),
      );
      return [...faults];
    },
    { card: card as object, hosts, wide: [...wide] },
  );
}

/** What sticks out of the card or is cut off in it, as it stands on the page. One line each; empty when all is well. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".frame")].flatMap((frame) => {
      const { right } = frame.getBoundingClientRect();
      const all = [frame, ...frame.querySelectorAll<HTMLElement>("*")];
      return all
        .filter((each) => {
          const wider = each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline" && each.clientWidth > 0;
          return wider || each.getBoundingClientRect().right > right + 0.5;
        })
        .map((each) => `${each.className || each.tagName} (${frame.clientWidth} px): ${each.innerText.slice(0, 80)}`);
    }),
  );
}
