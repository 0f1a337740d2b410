/** {tenant}/oauth2/v2.0/authorize: checks what the app asks, shows the page, and sends the chosen person back with a code. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { authorizePage, faultPage, type PageToSend } from "./authorize-page.ts";
import type { Codes } from "./codes.ts";
import type { LocalDirectory, LocalPerson } from "./directory.ts";
import { readForm } from "./exchange.ts";
import { localClientId } from "./settings.ts";

interface Means {
  directory: LocalDirectory;
  codes: Codes;
  /** Redirects lead to this very server only, under whichever of its names the browser uses. */
  ownOrigins(): readonly string[];
}

interface Wish {
  redirectUri: string;
  state: string | null;
  scope: string;
  nonce: string | undefined;
  challenge: string;
}

export function authorize({ directory, codes, ownOrigins }: Means) {
  return async (request: IncomingMessage, response: ServerResponse, tenantId: string, query: URLSearchParams): Promise<void> => {
    const wish = wishIn(query);
    if (typeof wish === "string") return send(response, 400, faultPage(wish));
    const inTenant = (person: LocalPerson) => person.tenantId === tenantId;
    if (request.method === "POST") {
      const form = await readForm(request);
      const person = await chosen(form, inTenant);
      if (person) return sendBack(response, person, wish);
      const missed = form.get("email")?.trim() ?? "";
      const people = (await directory.people()).filter(inTenant);
      return send(response, 404, authorizePage({ people, query, search: missed, missed }));
    }
    const people = (await directory.people()).filter(inTenant);
    send(response, 200, authorizePage({ people, query, search: query.get("zoek")?.trim() ?? "", missed: undefined }));
  };

  async function chosen(form: URLSearchParams, inTenant: (person: LocalPerson) => boolean): Promise<LocalPerson | undefined> {
    const oid = form.get("person");
    const people = await directory.people();
    if (oid) return people.find((person) => person.oid === oid && inTenant(person));
    const wanted = form.get("email")?.trim().toLowerCase() ?? "";
    if (wanted.includes("@")) {
      const found = await directory.byEmail(wanted);
      return found && inTenant(found)
        ? found
        : people.find((person) => person.email.toLowerCase() === wanted && inTenant(person));
    }
    return undefined;
  }

  async function sendBack(response: ServerResponse, person: LocalPerson, wish: Wish): Promise<void> {
    await directory.signedIn(person);
    const { redirectUri, scope, nonce, challenge, state } = wish;
    const target = new URL(redirectUri);
    target.searchParams.set("code", codes.issue({ person, redirectUri, scope, nonce, challenge }));
    if (state !== null) target.searchParams.set("state", state);
    response.setHeader("Cache-Control", "no-store");
    response.writeHead(303, { Location: target.href }).end();
  }

  /** What the app asks for, or the fault in it: then nobody is sent anywhere. */
  function wishIn(query: URLSearchParams): Wish | string {
    const redirectUri = query.get("redirect_uri") ?? "";
    const target = URL.parse(redirectUri);
    if (query.get("client_id") !== localClientId) return "AADSTS700016: client_id is not the local app.";
    if (!target || !ownOrigins().includes(target.origin)) return "AADSTS50011: redirect_uri does not lead to this server.";
    if (query.get("response_type") !== "code") return "AADSTS700054: response_type must be code.";
    if ((query.get("response_mode") ?? "query") !== "query") return "AADSTS70007: response_mode must be query.";
    const challenge = query.get("code_challenge") ?? "";
    if (query.get("code_challenge_method") !== "S256" || challenge.length !== 43)
      return "AADSTS501491: PKCE with S256 is required.";
    return {
      redirectUri,
      state: query.get("state"),
      scope: query.get("scope") ?? "",
      nonce: query.get("nonce") ?? undefined,
      challenge,
    };
  }
}

function send(response: ServerResponse, status: number, { html, policy }: PageToSend): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Security-Policy", policy);
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Content-Language": "nl" });
  response.end(html);
}
