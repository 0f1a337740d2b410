import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";

const tag = "Werkplek";

export function staffRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/taken",
      action: actions.viewDesk,
      who: "signed-in",
      tag,
      summary: { nl: "Wat op de contactpersoon wacht, het oudste eerst", en: "What waits for the officer, oldest first" },
      query: ["kern"],
      answer: "DeskView",
    },
    {
      method: "GET",
      path: "/overzichten",
      action: actions.viewOverview,
      who: "signed-in",
      tag,
      summary: { nl: "Cijfers per kern voor de raad", en: "Figures per village for the council" },
      answer: "OverviewView",
    },
    {
      method: "GET",
      path: "/kernen/{kern}/overzichten",
      action: actions.viewKernReading,
      who: "signed-in",
      tag,
      summary: { nl: "Wat deze kern vraagt, met bronnen", en: "What this village asks, with sources" },
      answer: "KernReading",
    },
    {
      method: "GET",
      path: "/trends",
      action: actions.viewTrends,
      who: "signed-in",
      tag,
      summary: {
        nl: "De laatste twaalf maanden per kern; aantallen mensen in tientallen",
        en: "The last twelve months per village; numbers of people in tens",
      },
      query: ["kern"],
      answer: "TrendsView",
    },
    {
      method: "GET",
      path: "/inzichten",
      action: actions.viewInsight,
      who: "signed-in",
      tag,
      summary: {
        nl: "Een jaar in uw kernen: mensen, besluiten, bereik en opkomst",
        en: "A year in your villages: people, decisions, reach and turnout",
      },
      query: ["kern"],
      answer: "InsightView",
    },
    {
      method: "PUT",
      path: "/raadsbezoeken/ik",
      action: actions.noteVisit,
      who: "signed-in",
      limit: "reading",
      tag,
      summary: {
        nl: "Noteren dat u het overzicht leest; wat er nieuw is sinds de vorige keer",
        en: "Note that you read the overview; what is new since the time before",
      },
      answer: "VisitNews",
      example: {},
    },
  ];
}
