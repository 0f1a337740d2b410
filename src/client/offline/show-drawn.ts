import { painted } from "../kit/painted.ts";
import { drawnHere, stage } from "./drawn-home.ts";

/**
 * Shows the home as this device last drew it, until the page itself is there: to read, and with links that work. The page takes its place
 * in one go (React empties what it draws in), and its rules go a moment later.
 */
export function showDrawn(): void {
  const page = stage();
  const kept = drawnHere();
  if (!page || !kept || page.hasChildNodes()) return;
  const rules = document.createElement("style");
  rules.nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
  rules.textContent = kept.css;
  document.head.append(rules);
  document.documentElement.dataset["mode"] = kept.mode;
  document.documentElement.dataset["host"] = "browser";
  page.innerHTML = kept.html;
  for (const each of page.querySelectorAll<HTMLElement>("[data-style]")) each.style.cssText = each.dataset["style"] ?? "";
  const last = page.lastElementChild;
  new MutationObserver((_, watch) => {
    if (last?.isConnected) return;
    watch.disconnect();
    void painted().then(() => rules.remove());
  }).observe(page, { childList: true });
}
