/** POST /local/aanmelden {"email": …}: a token for scripts, of anybody in the directory. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { LocalDirectory } from "./directory.ts";
import { problem, readText, sendJson } from "./exchange.ts";
import type { TokenIssuer } from "./tokens.ts";

export function signInForScripts(directory: LocalDirectory, tokens: TokenIssuer) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== "POST") {
      response.setHeader("Allow", "POST");
      throw problem(405, "wrong-method", "Alleen POST werkt hier. Only POST works here.");
    }
    // Only a script of one's own sends JSON here: a page of another site would have to ask first, and gets no answer.
    if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
      throw problem(415, "wrong-content-type", "Stuur de inhoud als application/json. Send the content as application/json.");
    }
    const email = emailIn(await readText(request));
    const person = await directory.byEmail(email);
    if (!person) {
      const nobody = `Niemand in de gids heeft het adres ${email}. Nobody in the directory has the address ${email}.`;
      throw problem(404, "not-found", nobody);
    }
    await directory.signedIn(person);
    const { token, expiresAt } = await tokens.accessToken(person);
    sendJson(response, 200, { token, expiresAt: expiresAt.toISOString() });
  };
}

function emailIn(text: string): string {
  try {
    const { email } = JSON.parse(text) as { email?: unknown };
    if (typeof email === "string" && email.includes("@") && email.length <= 254) return email.trim().toLowerCase();
  } catch {
    // Falls through to the same sentence.
  }
  throw problem(400, "invalid-input", 'Stuur {"email": "naam@voorbeeld.example"}. Send {"email": "name@voorbeeld.example"}.');
}
