/** The OpenAPI 3.1 document, made of the table of routes and the zod contracts (NL API Design Rules; checked by Spectral). */
import { apiVersion } from "./headers.ts";
import { problemComponents, problemsOf } from "./openapi-problems.ts";
import { answerComponents, componentRef, type InputSchema, inputSchema, type Json } from "./openapi-schemas.ts";
import { pathFields, type Route, tags } from "./route.ts";

export interface DocumentSettings {
  /** https://kernplein.example.nl */
  publicOrigin: string;
  contact: { name: string; email: string; url: string };
}

const version = { "API-Version": { $ref: "#/components/headers/ApiVersion" } };
const moved = {
  description: "De gemeente of de kern ging op in een andere: vraag hetzelfde op dit adres.",
  headers: { ...version, Location: { $ref: "#/components/headers/NewLocation" } },
};

export function openApiDocument(routes: readonly Route[], { publicOrigin, contact }: DocumentSettings): Json {
  const bodies: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const id = operationIdOf(route, routes);
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, id, bodies) };
  }
  paths["/wijzigingen"] = { get: changesOperation };
  paths["/openapi.json"] = { get: ownOperation };
  return {
    openapi: "3.1.0",
    info: {
      title: "Kernplein",
      version: apiVersion,
      description:
        "Het dorpsplein van de gemeente: kernen, voorstellen, bijeenkomsten en stemmingen. Fouten zijn application/problem+json, in het Nederlands of Engels (Accept-Language). " +
        "Tijden zijn ISO 8601 in UTC. The village square: villages, proposals, meetings and polls.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      contact,
    },
    servers: [{ url: `${publicOrigin}/v1` }],
    tags: [
      ...Object.entries(tags).map(([name, { nl, en }]) => ({ name, description: `${nl}. ${en}.` })),
      { name: "Beschrijving", description: "Deze beschrijving. This description." },
    ],
    paths,
    components: {
      schemas: { ...answerComponents(), ...bodies, ...problemComponents.schemas },
      responses: { PermanentRedirect: moved, ...problemComponents.responses },
      headers: {
        ApiVersion: { description: "Volledige versie van de API.", schema: { type: "string", examples: [apiVersion] } },
        Etag: { description: "Kenmerk van de inhoud, voor If-None-Match.", schema: { type: "string" } },
        Location: { description: "Adres van wat is gemaakt.", schema: { type: "string", format: "uri-reference" } },
        NewLocation: { description: "Het adres onder de nieuwe naam.", schema: { type: "string", format: "uri-reference" } },
      },
      securitySchemes: {
        entra: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "Token van de Entra-tenant van de gemeente." },
        sessie: { type: "apiKey", in: "cookie", name: "__Host-kernplein", description: "Sessie van de browser." },
      },
    },
  };
}

function operation(route: Route, id: string, bodies: Record<string, Json>): Json {
  const input = inputSchema(route.action.input);
  const inPath = pathFields(route.path);
  const parameters = [
    ...inPath.map((name) => ({ name, in: "path", required: true, schema: input.properties[name] ?? { type: "string" } })),
    ...(route.query ?? []).map((name) => ({
      name,
      in: "query",
      ...(input.required.includes(name) ? { required: true } : {}),
      schema: input.properties[name] ?? { type: "string" },
    })),
    ...(takesMunicipality(route) ? [municipalityParameter] : []),
  ];
  const body = requestBody(route, input, id, bodies);
  return {
    operationId: id,
    tags: [route.tag],
    summary: route.summary.nl,
    description: `${route.summary.en}.`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [String(route.status ?? 200)]: success(route),
      ...(mayHaveMoved(route) ? { 308: { $ref: "#/components/responses/PermanentRedirect" } } : {}),
      ...problemsOf(route, parameters.length > 0),
    },
    security: route.who === "signed-in" ? [{ entra: [] }, { sessie: [] }] : [{}],
  };
}

const takesMunicipality = ({ who, method, path }: Route): boolean =>
  who === "visitor" && method === "GET" && !pathFields(path).includes("municipality");

/** Whether its address can name a kern or municipality that merged. */
const mayHaveMoved = (route: Route): boolean => /^\/(kernen\/\{kern|gemeenten\/\{)/.test(route.path) || takesMunicipality(route);

const municipalityParameter = {
  name: "gemeente",
  in: "query",
  description: "De gemeente die u bedoelt; alleen nodig als u niet bent aangemeld en het anders niet duidelijk is.",
  schema: { type: "string" },
};

/** "members.ask-to-join" → "askToJoin"; where one action answers two routes, the one below a kern says so. */
function operationIdOf({ action, path }: Route, routes: readonly Route[]): string {
  const verb = (action.name.split(".").at(-1) ?? "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const shared = routes.filter((other) => other.action === action).length > 1;
  return shared && path.startsWith("/kernen/{kern}/") ? `${verb}OfKern` : verb;
}

function requestBody(route: Route, input: InputSchema, id: string, bodies: Record<string, Json>): Json | undefined {
  if (route.method === "GET" || route.method === "DELETE") return undefined;
  if (route.body === "image") {
    const image = { schema: { type: "string", format: "binary" } };
    return { required: true, content: { "image/jpeg": image, "image/png": image, "image/webp": image } };
  }
  const elsewhere = new Set([...pathFields(route.path), ...(route.query ?? [])]);
  const properties = Object.fromEntries(Object.entries(input.properties).filter(([name]) => !elsewhere.has(name)));
  if (Object.keys(properties).length === 0) return undefined;
  if (route.who === "visitor" && !elsewhere.has("municipality"))
    properties["municipality"] = { type: "string", description: "De gemeente die u bedoelt." };
  const required = input.required.filter((name) => name in properties);
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}Body`;
  bodies[name] = { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
  return {
    required: true,
    content: { "application/json": { schema: componentRef(name), ...(route.example ? { example: route.example } : {}) } },
  };
}

function success(route: Route): Json {
  const headers: Json = {
    ...version,
    ...(route.method === "GET" ? { ETag: { $ref: "#/components/headers/Etag" } } : {}),
    ...(route.location ? { Location: { $ref: "#/components/headers/Location" } } : {}),
  };
  if (route.answer === null) return { description: "Gelukt", headers };
  if (route.answer === "image") {
    const image = { schema: { type: "string", format: "binary" } };
    return { description: "De foto", headers, content: { "image/jpeg": image, "image/png": image, "image/webp": image } };
  }
  if (route.answer === "poster") {
    return {
      description: "Het affiche",
      headers,
      content: { "application/pdf": { schema: { type: "string", format: "binary" } } },
    };
  }
  if (route.answer === "calendar")
    return { description: "De agenda", headers, content: { "text/calendar": { schema: { type: "string" } } } };
  const schema = route.answer === "export" ? exportSchema : componentRef(route.answer);
  return { description: "Gelukt", headers, content: { "application/json": { schema } } };
}

const exportSchema: Json = { type: "object", description: "docs/ballot-format.md, section 8." };

const ownOperation = {
  operationId: "openApi",
  tags: ["Beschrijving"],
  summary: "Deze beschrijving van de API",
  description: "This description of the API.",
  responses: {
    200: { description: "OpenAPI 3.1", headers: version, content: { "application/json": { schema: { type: "object" } } } },
    429: { $ref: "#/components/responses/TooManyRequests" },
  },
  security: [{}],
};

const changesOperation = {
  operationId: "changes",
  tags: ["Meedoen"],
  summary: "Wat er verandert zolang de pagina open is",
  description:
    "Server-sent events for who is signed in: ids and kinds of what changed, never what it says. " +
    'Each message is {"changes": [{"about", "id", "kern"}]}; "all": true means that something was missed.',
  parameters: [
    { name: "Last-Event-ID", in: "header", description: "Het laatste bericht dat u kreeg.", schema: { type: "string" } },
  ],
  responses: {
    200: { description: "De stroom", headers: version, content: { "text/event-stream": { schema: { type: "string" } } } },
    400: { $ref: "#/components/responses/BadRequest" },
    401: { $ref: "#/components/responses/Unauthorized" },
    429: { $ref: "#/components/responses/TooManyRequests" },
    503: { $ref: "#/components/responses/ServiceUnavailable" },
  },
  security: [{ entra: [] }, { sessie: [] }],
};
