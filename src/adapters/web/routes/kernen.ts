import type { KernenView } from "../../../kernen/contract.ts";
import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";

export function kernenRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/kernen",
      action: actions.listKernen,
      who: "visitor",
      tag: "Kernen",
      summary: {
        nl: "Alle kernen, van één gemeente of van alle; met een postcode alleen de kernen die daarbij passen",
        en: "All villages, of one municipality or of all; with a postcode only those it suggests",
      },
      query: ["postcode"],
      answer: "KernenView",
      everywhere: (views) => ({ kernen: (views as KernenView[]).flatMap(({ kernen }) => kernen) }) satisfies KernenView,
    },
    {
      method: "GET",
      path: "/kernen/{kern}",
      action: actions.viewKern,
      who: "visitor",
      tag: "Kernen",
      summary: { nl: "Eén kern, met de contactpersoon", en: "One village, with the person to call" },
      answer: "KernHomeView",
    },
    {
      method: "GET",
      path: "/affiches",
      action: actions.viewPoster,
      who: "signed-in",
      tag: "Kernen",
      summary: {
        nl: "Een affiche (PDF) voor het prikbord, met QR-code: over een kern, een voorstel, een stemming of een bijeenkomst",
        en: "A poster (PDF) for the notice board, with a QR code: of a village, a proposal, a poll or a meeting",
      },
      query: ["kern", "proposal", "poll", "meeting", "size"],
      answer: "poster",
    },
  ];
}
