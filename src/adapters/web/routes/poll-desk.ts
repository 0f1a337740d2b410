/** What an officer does with polls. */
import type { Actions } from "../actions.ts";
import { idOf, type Route } from "../route.ts";

const tag = "Werkplek";

export function pollDeskRoutes(actions: Actions): Route[] {
  return [
    {
      method: "POST",
      path: "/kernen/{kern}/stemmingen",
      action: actions.planPoll,
      who: "signed-in",
      tag,
      summary: { nl: "Een stemming klaarzetten of openen", en: "Plan or open a poll" },
      status: 201,
      bodyLimit: 256 * 1024,
      location: (view) => `/v1/stemmingen/${idOf(view, "poll")}`,
      answer: "PollPlanned",
      example: {
        question: "Moet de steiger aan de Merwede terugkomen?",
        form: { kind: "for-against-abstain" },
        opensAt: "2026-12-01T08:00:00Z",
        closesAt: "2026-12-08T20:00:00Z",
      },
    },
    {
      method: "POST",
      path: "/stemmingen/{poll}/verlengingen",
      action: actions.extendPoll,
      who: "signed-in",
      tag,
      summary: { nl: "Een open stemming later laten sluiten, met een reden", en: "Let an open poll close later, with a reason" },
      status: 201,
      location: (_, { poll = "" }) => `/v1/stemmingen/${encodeURIComponent(poll)}`,
      answer: "ExtensionView",
      example: { closesAt: "2026-12-10T20:00:00Z", reason: "Door een storing kon een deel van het dorp niet stemmen." },
    },
    {
      method: "GET",
      path: "/stemmingsconcepten",
      action: actions.listPollDrafts,
      who: "signed-in",
      tag,
      summary: { nl: "Stemmingen die nog in de maak zijn", en: "Polls in the making" },
      query: ["kern"],
      answer: "PollDraftsView",
    },
    {
      method: "PUT",
      path: "/stemmingsconcepten/{draft}",
      action: actions.savePollDraft,
      who: "signed-in",
      tag,
      summary: { nl: "Een stemming in de maak bewaren", en: "Keep a poll in the making" },
      bodyLimit: 256 * 1024,
      answer: "PollDraft",
      example: { kern: "arkel", content: { question: "Moet de steiger terugkomen?" } },
    },
    {
      method: "DELETE",
      path: "/stemmingsconcepten/{draft}",
      action: actions.discardPollDraft,
      who: "signed-in",
      tag,
      summary: { nl: "Een stemming in de maak weggooien", en: "Throw away a poll in the making" },
      answer: "PollDraftGone",
    },
  ];
}
