/** Answers to invokes that Teams may send although Kernplein has nothing behind them. */
import type { Answer } from "./engine.ts";

const nothingHere = "Dit kan het kernplein niet. (The village square cannot do this.)";

const calmAnswers: Record<string, unknown> = {
  // A verb or data that no card of ours carries (any longer).
  "adaptiveCard/action": {
    statusCode: 400,
    type: "application/vnd.microsoft.error",
    value: { code: "BadRequest", message: "Deze knop bestaat niet meer. (This button is no longer in use.)" },
  },
  "task/fetch": { task: { type: "message", value: nothingHere } },
  // The booth in a dialog tells which page it leads to: nothing is left to show, so the dialog closes.
  "task/submit": {},
  "config/fetch": { config: { type: "message", value: nothingHere } },
  "config/submit": { config: { type: "message", value: nothingHere } },
  "composeExtension/query": { composeExtension: { type: "message", text: nothingHere } },
  "composeExtension/queryLink": {},
  "composeExtension/anonymousQueryLink": {},
  "composeExtension/selectItem": { composeExtension: { type: "message", text: nothingHere } },
  "composeExtension/fetchTask": { task: { type: "message", value: nothingHere } },
  "composeExtension/submitAction": { task: { type: "message", value: nothingHere } },
  "composeExtension/querySettingUrl": {},
  "composeExtension/setting": {},
  "composeExtension/onCardButtonClicked": {},
  "fileConsent/invoke": {},
  "signin/verifyState": {},
  "signin/tokenExchange": {},
  "application/search": { statusCode: 200, type: "application/vnd.microsoft.search.searchResponse", value: { results: [] } },
  "message/submitAction": {},
};

/** The sentence in the place of what an invoke would have shown: to who is nothing to show, or when something broke. */
export function sayInstead(name: string, text: string): Answer["invoke"] {
  if (name === "composeExtension/query") return { status: 200, body: { composeExtension: { type: "message", text } } };
  if (/^(composeExtension\/(fetchTask|submitAction)|task\/)/.test(name)) {
    return { status: 200, body: { task: { type: "message", value: text } } };
  }
  return answerInvoke(name);
}

/** 200 with nothing for what Teams knows and we do not use; 501 for any other name, as the protocol asks. */
export function answerInvoke(name: string): Answer["invoke"] {
  const body = Object.hasOwn(calmAnswers, name) ? calmAnswers[name] : undefined;
  return body === undefined
    ? { status: 501, body: { error: { code: "NotImplemented", message: name.slice(0, 100) } } }
    : { status: 200, body };
}
