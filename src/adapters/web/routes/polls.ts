import type { Actions } from "../actions.ts";
import { idOf, type Route } from "../route.ts";

const tag = "Stemmingen";

export function pollRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/stemmingen",
      action: actions.listPolls,
      who: "signed-in",
      tag,
      summary: { nl: "Stemmingen van alle kernen", en: "Polls of all villages" },
      query: ["kern", "state"],
      answer: "PollsView",
    },
    {
      method: "GET",
      path: "/kernen/{kern}/stemmingen",
      action: actions.listPolls,
      who: "signed-in",
      tag,
      summary: { nl: "Stemmingen van één kern", en: "Polls of one village" },
      query: ["state"],
      answer: "PollsView",
    },
    {
      method: "POST",
      path: "/kernen/{kern}/stemmingen",
      action: actions.planPoll,
      who: "signed-in",
      tag: "Werkplek",
      summary: { nl: "Een stemming klaarzetten of openen", en: "Plan or open a poll" },
      status: 201,
      location: (view) => `/v1/stemmingen/${idOf(view, "poll")}`,
      answer: "PollPlanned",
      example: {
        question: "Moet de steiger aan de Merwede terugkomen?",
        kind: "for-against-abstain",
        opensAt: "2026-12-01T08:00:00Z",
        closesAt: "2026-12-08T20:00:00Z",
      },
    },
    {
      method: "GET",
      path: "/stemmingen/{poll}",
      action: actions.viewPoll,
      who: "signed-in",
      tag,
      summary: { nl: "Eén stemming; na sluiting met de uitslag", en: "One poll; with the tally once it has closed" },
      answer: "PollView",
    },
    {
      method: "POST",
      path: "/stemmingen/{poll}/stembiljetten",
      action: actions.castBallot,
      who: "signed-in",
      limit: "vote",
      secret: true,
      tag,
      summary: {
        nl: "Uw stem uitbrengen of, met hetzelfde bewijs, veranderen; niemand kan zien wat u stemde",
        en: "Cast your ballot or, with the same proof, change it; nobody can see how you voted",
      },
      status: 201,
      // A ballot has no address of its own: what can be looked up could be looked up by somebody else.
      location: (_, { poll = "" }) => `/v1/stemmingen/${encodeURIComponent(poll)}`,
      answer: "BallotReceipt",
      example: { option: "for", proof: "q8mZ4rT1vXw2yB7nK0pLdA" },
    },
  ];
}
