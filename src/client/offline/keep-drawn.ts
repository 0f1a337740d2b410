import { homeAt } from "../kernen/home-at.ts";
import { keepDrawnHome, stage, whereDrawn } from "./drawn-home.ts";

/** Rules that scripts put in, which stand in no file. */
const rulesMade = (): string =>
  [...document.querySelectorAll("style")]
    .flatMap(({ sheet }) => [...(sheet?.cssRules ?? [])])
    .map(({ cssText }) => cssText)
    .join("\n");

/**
 * The page without what may not be kept ([data-unkept]: what is asked of this person, and whether she voted); its room stays, so that
 * nothing jumps when the page itself comes.
 */
function withoutUnkept(page: HTMLElement): HTMLElement {
  const copy = page.cloneNode(true) as HTMLElement;
  const heights = [...page.querySelectorAll<HTMLElement>("[data-unkept]")].map(({ offsetHeight }) => offsetHeight);
  copy.querySelectorAll<HTMLElement>("[data-unkept]").forEach((each, index) => {
    each.replaceChildren();
    each.style.minHeight = `${heights[index]}px`;
  });
  for (const each of copy.querySelectorAll("[style]")) {
    each.setAttribute("data-style", each.getAttribute("style") ?? "");
    each.removeAttribute("style");
  }
  return copy;
}

/** Keeps the home that stands on the screen; on every other page it does nothing. */
export function keepDrawn(): void {
  const page = stage();
  // Of the page itself: what the device has been told since, in another tab, is not what stands here.
  const { lang, dataset } = document.documentElement;
  const mode = dataset["mode"];
  if (!page || !mode || !homeAt(window.location.pathname)) return;
  keepDrawnHome({ where: whereDrawn(lang, mode), mode, html: withoutUnkept(page).innerHTML, css: rulesMade() });
}
