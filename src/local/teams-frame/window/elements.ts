/** Making elements of the page in one line each. */

type Child = Node | string | false | undefined;
type Given = Record<string, string | boolean | undefined | ((event: Event) => void)>;

/** `element("button", { class: "tab", onclick: go }, "Kernplein")`. What is false or undefined is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child): child is Node | string => child !== false && child !== undefined));
  return made;
}

/** Puts these in the place of what was there; what had the focus keeps it, known by its `data-key`. */
export function fill(parent: Element, ...children: Child[]): void {
  const key = parent.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["key"] : undefined;
  parent.replaceChildren(...children.filter((child): child is Node | string => child !== false && child !== undefined));
  if (key) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** The part of the bare page with this id. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}
