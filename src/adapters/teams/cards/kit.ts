/**
 * The few building blocks all cards are made of: everything wraps, one column, so that a card reads well on the narrowest phone.
 * What residents wrote only ever goes into `wrote`: a RichTextBlock shows it as it is, where a TextBlock would read it as Markdown and
 * turn "[klik](https://…)" into a link in the municipality's name.
 */
import type {
  CardElement,
  IContainer,
  IExecuteAction,
  IOpenUrlAction,
  IRichTextBlock,
  IShowCardAction,
  ISubmitAction,
  ITextBlock,
  Spacing,
  TextColor,
  TextSize,
  TextWeight,
} from "@microsoft/teams.cards";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import type { Verb } from "../vocabulary.ts";

export type Action = IOpenUrlAction | IExecuteAction | IShowCardAction | ISubmitAction;
export type Element = CardElement & Card["body"][number];

interface Look {
  size?: TextSize;
  weight?: TextWeight;
  isSubtle?: boolean;
  color?: TextColor;
  spacing?: Spacing;
}

/** Our own words; may hold Markdown. */
export function say(text: string, look: Look = {}): ITextBlock {
  return { type: "TextBlock", text, wrap: true, ...look };
}

/** The heading of a card, for screen readers too. */
export function heading(text: string): ITextBlock {
  return { type: "TextBlock", text, wrap: true, size: "Large", weight: "Bolder", style: "heading" };
}

/** A resident's words, shown literally. At most `longest` characters. */
export function wrote(text: string, longest: number, { spacing, ...look }: Look = {}): IRichTextBlock {
  return {
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text: literal(text, longest), ...look }],
    ...(spacing ? { spacing } : {}),
  };
}

/** One line of well-formed text that Teams cannot take for a mention; "–" when nothing is left. */
export function literal(text: string, longest: number): string {
  const line = text
    .toWellFormed()
    .replace(/<(\/?)at\b/gi, "‹$1at")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  const signs = Array.from(line);
  const cut =
    signs.length > longest
      ? `${signs
          .slice(0, longest - 1)
          .join("")
          .trimEnd()}…`
      : line;
  return cut || "–";
}

/** The band on top of a card: which kern, and what this is. */
export function band(text: string): IContainer {
  return {
    type: "Container",
    style: "emphasis",
    bleed: true,
    items: [{ type: "TextBlock", text, wrap: true, weight: "Bolder", size: "Small" }],
  };
}

/** A tile of a list that opens a page. */
export function tile(url: string, title: string, items: Element[]): IContainer {
  return {
    type: "Container",
    separator: true,
    spacing: "Medium",
    selectAction: { type: "Action.OpenUrl", title: literal(title, 140), url },
    items,
  };
}

export function open(title: string, url: string): IOpenUrlAction {
  return { type: "Action.OpenUrl", title, url };
}

/**
 * A button that is answered in the card, for the presser alone. Clients that cannot press open the page instead: a Submit would put
 * the presser's name under the card.
 */
export function press(title: string, verb: Verb, data: Record<string, unknown>, page: string): IExecuteAction {
  return { type: "Action.Execute", title, verb, data, fallback: open(title, page) };
}

/**
 * A button that opens a page of ours in a dialog of Teams: it asks by "task/fetch" which one, and nothing is said in the conversation.
 * Only on cards that the bot posted itself: elsewhere it is not there to be asked.
 */
export function openInDialog(title: string, data: Record<string, unknown>): ISubmitAction {
  return { type: "Action.Submit", title, data: { ...data, msteams: { type: "task/fetch" } } };
}

/** Two lines of a number on a phone read as two numbers. */
export function phoneNumber(phone: string): string {
  return literal(phone, 30).replaceAll(" ", "\u00a0");
}

/** In pixels, on a card of 320: what is left between its edges, and what a button takes besides its words. */
const room = 288;
const aroundWords = 26;
const betweenButtons = 8;
const arrowOfShowCard = 16;

/** On the generous side: in the widest font that a device may fall back to. */
function widthOf({ type, title = "" }: Action): number {
  const words = Array.from(title).reduce((sum, sign) => sum + (/[ fijlrtI.,:·'’!]/.test(sign) ? 6 : 9.5), 0);
  return aroundWords + words + (type === "Action.ShowCard" ? arrowOfShowCard : 0);
}

/**
 * Buttons side by side as far as they fit on the narrowest phone. Teams on a phone puts all of one set on one line, and cuts their
 * words off where they do not fit (https://github.com/microsoft/AdaptiveCards/issues/3919).
 */
function rowsOf(actions: readonly Action[]): Action[][] {
  const rows: Action[][] = [];
  let left = 0;
  for (const action of actions) {
    const width = widthOf(action);
    const row = rows.at(-1);
    if (row && width + betweenButtons <= left) {
      row.push(action);
      left -= width + betweenButtons;
    } else {
      rows.push([action]);
      left = room - width;
    }
  }
  return rows;
}

/** The whole card. `fallbackText` is what old clients, notifications and screen readers show: at most 400 characters. */
export function card(language: Language, fallbackText: string, body: Element[], actions: Action[] = []): Card {
  const rows = rowsOf(actions);
  const sets = rows.slice(0, -1).map((row, index) => ({
    type: "ActionSet" as const,
    actions: row,
    spacing: index === 0 ? ("Medium" as const) : ("Small" as const),
  }));
  return {
    type: "AdaptiveCard",
    version: "1.5",
    lang: language,
    fallbackText: literal(fallbackText, 400),
    body: [...body, ...sets],
    ...(rows.length > 0 ? { actions: rows.at(-1) } : {}),
  };
}
