import type { Actions } from "../actions.ts";
import { idOf, type Route } from "../route.ts";

const tag = "Beheer";
const runAddress = (view: unknown) => `/v1/uitrollen/${idOf(view, "run")}`;

/** What administrators see and ask of the teams in Microsoft 365. */
export function teamsRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/uitrollen",
      action: actions.viewTeams,
      who: "signed-in",
      tag,
      summary: {
        nl: "Hoe de teams er bij de laatste controle voor stonden, wat er loopt en wat er eerder is gedaan",
        en: "How the teams were at the latest look, what is under way and what was done before",
      },
      answer: "TeamsView",
    },
    {
      method: "POST",
      path: "/uitrollen",
      action: actions.askApply,
      who: "signed-in",
      tag,
      summary: {
        nl: "Laten uitvoeren wat de laatste controle liet zien; het werk gebeurt daarna",
        en: "Ask for what the latest look showed to be done; the work follows",
      },
      status: 202,
      location: runAddress,
      answer: "RunView",
      example: { look: "7f1c1f0a-58c6-4d2e-9a51-0f3a1f1c2b3d", kernen: ["arkel"], takeAway: false },
    },
    {
      method: "GET",
      path: "/uitrollen/{run}",
      action: actions.viewRun,
      who: "signed-in",
      tag,
      summary: { nl: "Hoe ver een uitrol of controle is", en: "How far an apply or a look is" },
      answer: "RunView",
    },
    {
      method: "POST",
      path: "/teamcontroles",
      action: actions.askLook,
      who: "signed-in",
      tag,
      summary: {
        nl: "Laten kijken hoe de teams er nu voor staan; loopt er al iets, dan krijgt u dat",
        en: "Ask for a look at how the teams are now; gives what is under way, if anything is",
      },
      status: 202,
      location: runAddress,
      answer: "RunView",
    },
    {
      method: "POST",
      path: "/kernen/{kern}/aanvaardingen",
      action: actions.acceptDrift,
      who: "signed-in",
      tag,
      summary: {
        nl: "Een verandering die iemand met de hand maakte zo laten",
        en: "Let a change that somebody made by hand be",
      },
      answer: "AcceptanceView",
      example: { what: "tab-removed/voorstellen-arkel" },
    },
    {
      method: "POST",
      path: "/kernen/{kern}/heroverwegingen",
      action: actions.withdrawAcceptance,
      who: "signed-in",
      tag,
      summary: { nl: "Een verandering toch niet zo laten", en: "Not let a change be after all" },
      answer: "AcceptanceView",
      example: { what: "tab-removed/voorstellen-arkel" },
    },
  ];
}
