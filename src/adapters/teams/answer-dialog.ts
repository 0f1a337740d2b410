/**
 * Commands of the message extension that open a dialog, and the buttons in it. What a dialog shows is what a button on a card shows;
 * only the buttons are of another kind there (a dialog knows no Action.Execute).
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
 */
import { answerInvoke } from "./answer-invoke.ts";
import { doDeed } from "./deeds.ts";
import type { Answer, Card } from "./engine.ts";
import type { Incoming } from "./incoming.ts";
import type { ChosenMessage } from "./incoming-extension.ts";
import type { Means } from "./means.ts";
import { extensionCommands, isExtensionCommand } from "./vocabulary.ts";

export async function answerDialog(
  means: Means,
  municipality: string,
  incoming: Incoming & { kind: "dialog" | "dialog-press" },
  receivedAt: Date,
): Promise<Answer["invoke"]> {
  const asked = askedIn(incoming);
  const card = asked && (await doDeed(means, municipality, incoming, asked, receivedAt));
  return card ? dialogWith(card) : answerInvoke(incoming.name);
}

function askedIn(incoming: Incoming & { kind: "dialog" | "dialog-press" }): { verb: string; data: unknown } | null {
  if (incoming.kind === "dialog-press") return { verb: incoming.verb, data: incoming.data };
  const { command, message } = incoming;
  const opens = isExtensionCommand(command) ? extensionCommands[command] : null;
  return opens && "dialog" in opens ? { verb: opens.dialog, data: message ? dataOf(message) : {} } : null;
}

const longestTitle = 100;

/** A message becomes the text of a proposal; its first sentence the title, when it is short. Who wrote it is asked for separately. */
function dataOf({ text, writer, own, link }: ChosenMessage): Record<string, unknown> {
  const first = /^[^\n.!?]+/.exec(text)?.[0].trim() ?? "";
  return { title: first.length <= longestTitle ? first : "", body: text, writer: own ? null : writer, text, link };
}

/** A card in a dialog, with buttons that a dialog answers to. */
export function dialogWith(card: Card): Answer["invoke"] {
  const content = { contentType: "application/vnd.microsoft.card.adaptive", content: forDialog(card) };
  return {
    status: 200,
    body: { task: { type: "continue", value: { title: "Kernplein", width: "medium", height: "medium", card: content } } },
  };
}

/** The same card with buttons that a dialog answers to. */
function forDialog({ refresh: _unused, ...card }: Card): Card {
  return submits(card) as Card;
}

function submits(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(submits);
  if (typeof part !== "object" || part === null) return part;
  if (!("type" in part && part.type === "Action.Execute"))
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, name === "data" ? value : submits(value)]));
  const { verb, data, fallback: _none, ...rest } = part as unknown as { verb: string; data?: object; fallback?: unknown };
  return { ...rest, type: "Action.Submit", data: { ...data, verb } };
}
