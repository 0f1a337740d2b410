/** The keys of the desk. They work within the desk alone and never where one writes (WCAG 2.2, 2.1.4). */
export type DeskKey = "down" | "up" | "accept" | "choose" | "undo" | "help";

const meanings: Readonly<Record<string, DeskKey>> = {
  j: "down",
  k: "up",
  a: "accept",
  x: "choose",
  u: "undo",
  "?": "help",
};

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key means; null when nothing, or when it belongs to the browser. `writing`: the focus is where one types. */
export function meaningOf({ key, ctrlKey, metaKey, altKey }: Pressed, writing: boolean): DeskKey | null {
  return writing || ctrlKey || metaKey || altKey ? null : (meanings[key.toLowerCase()] ?? null);
}

export const deskKeys = Object.entries(meanings).map(([key, meaning]) => ({ key: key.toUpperCase(), meaning }));
