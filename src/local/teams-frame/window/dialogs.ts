/** A page in a dialog over the window: a dialog of a tab, or the settings of a new tab. One at a time, as in Teams. */
import { element } from "./elements.ts";
import { icon } from "./icons.ts";
import type { Words } from "./texts.ts";

export interface DialogWish {
  title: string;
  url: string;
  /** Sizes of teams-js: "small", "medium", "large", or pixels. */
  size: { width: unknown; height: unknown };
  /** With a button to save, which the page allows. */
  saves?: (frame: HTMLIFrameElement) => void;
  say: Words;
  /** Once it is gone, however that came. `result`: what the page handed in. */
  onEnd(ended: { submitted: boolean; result: unknown }): void;
}

export interface OpenDialog {
  frame: HTMLIFrameElement;
  end(submitted: boolean, result?: unknown): void;
  /** Whether the page's settings can be saved now. */
  allowSaving(allowed: boolean): void;
}

export const sandbox =
  "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** A frame as Teams gives one to an app. */
export const framed = (title: string, src: string): HTMLIFrameElement =>
  element("iframe", { title, src, sandbox, allow: "clipboard-write; fullscreen" });

const sizes = ["small", "medium", "large"];
const sizeOf = (given: unknown): string => (typeof given === "string" && sizes.includes(given) ? given : "medium");

export function openDialog({ title, url, size, saves, say, onEnd }: DialogWish): OpenDialog {
  const before = document.activeElement;
  const frame = framed(title, url);
  const save = element("button", { class: "primary", disabled: true, onclick: () => saves?.(frame) }, say.save);
  let ended: { submitted: boolean; result: unknown } = { submitted: false, result: undefined };
  const dialog = element(
    "dialog",
    { "data-width": sizeOf(size.width), "data-height": sizeOf(size.height), "aria-labelledby": "dialog-title" },
    element(
      "div",
      { class: "bar" },
      icon("square"),
      element("h2", { id: "dialog-title" }, title),
      element("button", { class: "plain", "aria-label": say.close, onclick: () => dialog.close() }, icon("cross")),
    ),
    frame,
    saves !== undefined && element("div", { class: "foot" }, save),
  );
  const around = [...document.body.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const hide = (hidden: boolean) => {
    for (const part of around) part.inert = hidden;
  };
  dialog.addEventListener("close", () => {
    dialog.remove();
    hide(false);
    if (before instanceof HTMLElement) before.focus();
    onEnd(ended);
  });
  document.body.append(dialog);
  hide(true);
  dialog.showModal();
  return {
    frame,
    end(submitted, result) {
      ended = { submitted, result };
      dialog.close();
    },
    allowSaving(allowed) {
      save.disabled = !allowed;
    },
  };
}
