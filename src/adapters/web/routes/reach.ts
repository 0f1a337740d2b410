import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";

const tag = "Werkplek";

/** Which messages reached whom, and when an officer is left in peace. */
export function reachRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/berichten",
      action: actions.viewReach,
      who: "signed-in",
      tag,
      summary: {
        nl: "Wat er is verstuurd, het nieuwste eerst, en hoeveel mensen het bereikte",
        en: "What was sent, newest first, and how many it reached",
      },
      query: ["kern", "cursor"],
      answer: "ReachView",
    },
    {
      method: "GET",
      path: "/kernen/{kern}/berichten/{message}",
      action: actions.viewMessageReach,
      who: "signed-in",
      tag,
      summary: { nl: "Wie een bericht bereikte, hoe, of waarom niet", en: "Whom a message reached, how, or why not" },
      answer: "MessageReachView",
    },
    {
      method: "GET",
      path: "/personen/ik/chatinstellingen",
      action: actions.viewChatSetting,
      who: "signed-in",
      tag,
      summary: { nl: "Uw stille uren in de chat met de bot", en: "Your quiet hours in the chat with the bot" },
      answer: "ChatSettingView",
    },
    {
      method: "PUT",
      path: "/personen/ik/chatinstellingen",
      action: actions.changeChatSetting,
      who: "signed-in",
      tag,
      summary: { nl: "Uw stille uren kiezen", en: "Choose your quiet hours" },
      answer: "QuietHoursView",
      example: { quietFrom: 1260, quietUntil: 480 },
    },
  ];
}
