/** What Teams sends for a message extension or a dialog, in our own words: a search, a dialog, a link that somebody pasted. */
import { z } from "zod";
import { plainText } from "./plain-text.ts";

export type ExtensionEvent =
  | { kind: "search"; name: string; command: string; words: string; skip: number; count: number }
  | { kind: "link"; name: string; url: string; anonymous: boolean }
  /** A command that opens a dialog; `message`: the one it was chosen on. */
  | { kind: "dialog"; name: string; command: string; message: ChosenMessage | null }
  /** A button in that dialog; `data` is what it carried with what was filled in, as yet unchecked. */
  | { kind: "dialog-press"; name: string; verb: string; data: unknown }
  /** "Stem uitbrengen" on a card of a poll: the booth in a dialog. */
  | { kind: "booth"; name: string; poll: string };

export interface ChosenMessage {
  /** Plain, with the names of people who were mentioned left out. */
  text: string;
  /** Display name of who wrote it; null for a bot or when Teams does not tell. */
  writer: string | null;
  /** Whether who chose it wrote it. */
  own: boolean;
  /** Where it stands in Teams; null when Teams does not tell. */
  link: string | null;
}

const mostAtOnce = 25;
const longestWords = 200;

const query = z.looseObject({
  commandId: z.string().max(64),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).nullish(),
  queryOptions: z
    .looseObject({ skip: z.int().min(0).max(10_000).catch(0), count: z.int().min(1).max(mostAtOnce).catch(mostAtOnce) })
    .nullish(),
});
const link = z.looseObject({ url: z.string().max(2000) });
const payload = z.looseObject({
  body: z.looseObject({ content: z.string().nullish() }).nullish(),
  from: z
    .looseObject({ user: z.looseObject({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish() })
    .nullish(),
  linkToMessage: z
    .url({ protocol: /^https$/, hostname: /^teams\.(microsoft\.com|cloud\.microsoft)$/ })
    .max(2000)
    .nullish()
    .catch(null),
});
const opened = z.looseObject({ commandId: z.string().max(64), messagePayload: payload.nullish() });
const pressed = z.looseObject({ data: z.looseObject({ verb: z.string().max(64) }) });
const voting = z.looseObject({ data: z.looseObject({ verb: z.literal("vote"), poll: z.uuid() }) });

/** Gives null for what has another name, or is not as Teams sends it. `oid`: of who asks. */
export function readExtension(name: string, value: unknown, oid: string | null): ExtensionEvent | null {
  switch (name) {
    case "composeExtension/query": {
      const asked = query.safeParse(value).data;
      if (!asked) return null;
      const { skip = 0, count = mostAtOnce } = asked.queryOptions ?? {};
      return { kind: "search", name, command: asked.commandId, words: wordsOf(asked.parameters ?? []), skip, count };
    }
    case "composeExtension/queryLink":
    case "composeExtension/anonymousQueryLink": {
      const asked = link.safeParse(value).data;
      return asked ? { kind: "link", name, url: asked.url, anonymous: name.includes("anonymous") } : null;
    }
    case "composeExtension/fetchTask": {
      const asked = opened.safeParse(value).data;
      return asked ? { kind: "dialog", name, command: asked.commandId, message: chosen(asked.messagePayload, oid) } : null;
    }
    case "composeExtension/submitAction": {
      const asked = pressed.safeParse(value).data;
      return asked ? { kind: "dialog-press", name, verb: asked.data.verb, data: asked.data } : null;
    }
    case "task/fetch": {
      const asked = voting.safeParse(value).data;
      return asked ? { kind: "booth", name, poll: asked.data.poll } : null;
    }
    default:
      return null;
  }
}

/** Without anything typed Teams sends the parameter "initialRun". */
function wordsOf(parameters: readonly { name: string; value?: unknown }[]): string {
  const typed = parameters.find(({ name }) => name !== "initialRun")?.value;
  return typeof typed === "string" ? typed.trim().slice(0, longestWords) : "";
}

function chosen(message: z.output<typeof payload> | null | undefined, oid: string | null): ChosenMessage | null {
  if (!message) return null;
  const writer = message.from?.user;
  return {
    text: plainText(message.body?.content ?? ""),
    writer: writer?.displayName?.slice(0, 100) ?? null,
    own: oid !== null && writer?.id?.toLowerCase() === oid,
    link: message.linkToMessage ?? null,
  };
}
