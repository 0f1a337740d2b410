/** Errors in the OpenAPI document: one schema, one response per status. */
import type { Json } from "./openapi-schemas.ts";
import type { Route } from "./route.ts";

const problem: Json = {
  type: "object",
  description: "RFC 9457, met de code waaraan een programma de fout herkent.",
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "Wat er is gebeurd en wat u kunt doen." },
    instance: { type: "string" },
    code: { type: "string" },
    values: { type: "object", description: "Waarden uit de zin, zoals een sluitingstijd.", additionalProperties: true },
    fields: {
      type: "array",
      items: {
        type: "object",
        properties: {
          path: { type: "string", description: "Veld van de invoer, zoals place.latitude." },
          message: { type: "string", description: "Code van de fout, zoals too-short." },
          sentence: { type: "string" },
        },
        required: ["path", "message", "sentence"],
      },
    },
    requestId: { type: "string" },
  },
  required: ["type", "title", "status", "detail", "code", "requestId"],
};

const statuses = {
  400: ["BadRequest", "Er klopt iets niet in de invoer; alle fouten staan erbij"],
  401: ["Unauthorized", "Niet aangemeld, of het token klopt niet"],
  403: ["Forbidden", "Geen rechten, of het verzoek komt van een andere website"],
  404: ["NotFound", "Bestaat niet"],
  406: ["NotAcceptable", "Dit soort antwoord is er niet"],
  409: ["Conflict", "Kan niet in deze toestand"],
  410: ["Gone", "De link is verlopen of al gebruikt"],
  413: ["ContentTooLarge", "De inhoud is te groot"],
  415: ["UnsupportedMediaType", "Dit soort inhoud kan niet worden gelezen"],
  429: ["TooManyRequests", "Te vaak; zie Retry-After"],
  500: ["InternalServerError", "Er ging iets mis bij ons"],
  503: ["ServiceUnavailable", "Even niet bereikbaar; zie Retry-After"],
} as const;

type Status = keyof typeof statuses;

function response(status: Status): Json {
  const retry = status === 429 || status === 503;
  return {
    description: statuses[status][1],
    headers: {
      "API-Version": { $ref: "#/components/headers/ApiVersion" },
      ...(retry ? { "Retry-After": { description: "Seconden tot een nieuwe poging.", schema: { type: "integer" } } } : {}),
    },
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

export const problemComponents = {
  schemas: { Problem: problem },
  responses: Object.fromEntries(
    (Object.keys(statuses).map(Number) as Status[]).map((status) => [statuses[status][0], response(status)]),
  ),
};

/** The errors a route can give, each a reference to its response. */
export function problemsOf(route: Route, hasParameters: boolean): Json {
  const writes = route.method !== "GET";
  const carries = route.method === "POST" || route.method === "PUT" || route.method === "PATCH";
  const wanted: Status[] = [
    ...(hasParameters || carries ? ([400] as const) : []),
    ...(route.who === "signed-in" ? ([401, 403] as const) : []),
    ...(hasParameters || carries ? ([404] as const) : []),
    406,
    ...(writes ? ([409] as const) : []),
    ...(route.token ? ([410] as const) : []),
    ...(carries ? ([413, 415] as const) : []),
    429,
    500,
    503,
  ];
  return Object.fromEntries(wanted.map((status) => [status, { $ref: `#/components/responses/${statuses[status][0]}` }]));
}
