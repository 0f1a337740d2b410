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

/** The whole card. `fallbackText` is what old clients, notifications and screen readers show: at most 400 characters. */
export function card(language: Language, fallbackText: string, body: Element[], actions: Action[] = []): Card {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    lang: language,
    fallbackText: literal(fallbackText, 400),
    body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}
