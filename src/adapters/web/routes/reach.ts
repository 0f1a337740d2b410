import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";

const tag = "Werkplek";

/** Which messages reached whom, when an officer is left in peace, and which mails somebody wants. */
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
    {
      method: "GET",
      path: "/personen/ik/mailinstellingen",
      action: actions.viewMailSettings,
      who: "signed-in",
      tag: "Meedoen",
      summary: { nl: "Welke mails u wilt", en: "Which mails you want" },
      answer: "MailSettingsView",
    },
    {
      method: "PUT",
      path: "/personen/ik/mailinstellingen/{mail}",
      action: actions.changeMailSetting,
      who: "signed-in",
      tag: "Meedoen",
      summary: { nl: "Eén soort mail aan- of uitzetten", en: "Start or stop one kind of mail" },
      answer: "MailSettingView",
      example: { wanted: false },
    },
    {
      method: "POST",
      path: "/mailafmeldingen",
      action: actions.stopMails,
      who: "visitor",
      limit: "session",
      token: true,
      tag: "Meedoen",
      summary: {
        nl: "Eén soort mail stoppen met de code uit een mail, zonder aan te melden",
        en: "Stop one kind of mail with the token from a mail, without signing in",
      },
      answer: "MailSettingView",
      example: { token: "molenlanden.00000000-0000-4000-8000-000000000000~polls~Q2hlY2sgZGV6ZSBjb2RlIQ" },
    },
  ];
}
