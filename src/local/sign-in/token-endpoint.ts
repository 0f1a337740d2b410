/** POST {tenant}/oauth2/v2.0/token: a code for tokens, or the app's own token for Graph. Errors are worded as Entra words them. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Codes } from "./codes.ts";
import { entraError, readForm, sendJson } from "./exchange.ts";
import { graphScope, localClientId, ownScope } from "./settings.ts";
import type { TokenIssuer } from "./tokens.ts";

export function tokenEndpoint(codes: Codes, tokens: TokenIssuer) {
  return async (request: IncomingMessage, response: ServerResponse, tenantId: string): Promise<void> => {
    if (request.method !== "POST") throw entraError(405, "invalid_request", 900561, "The endpoint only accepts POST requests.");
    const form = await readForm(request);
    if (form.get("client_id") !== localClientId) {
      throw entraError(400, "unauthorized_client", 700016, "Application was not found in the directory.");
    }
    const grant = form.get("grant_type");
    if (grant === "authorization_code") sendJson(response, 200, await byCode(form, tenantId));
    else if (grant === "client_credentials") sendJson(response, 200, await byApp(form, tenantId));
    else throw entraError(400, "unsupported_grant_type", 70003, `The app requested an unsupported grant type '${grant ?? ""}'.`);
  };

  async function byCode(form: URLSearchParams, tenantId: string) {
    const verifier = form.get("code_verifier") ?? "";
    const granted = codes.redeem(form.get("code") ?? "", verifier, form.get("redirect_uri") ?? "");
    if (!granted || granted.person.tenantId !== tenantId) {
      throw entraError(
        400,
        "invalid_grant",
        70008,
        "The code has expired, was used before, or is not for this app and verifier.",
      );
    }
    const access = await tokens.accessToken(granted.person);
    const wantsId = granted.scope.split(" ").includes("openid");
    return {
      token_type: "Bearer",
      scope: granted.scope.includes(ownScope) ? granted.scope : `${granted.scope} ${ownScope}`,
      expires_in: access.expiresIn,
      access_token: access.token,
      ...(wantsId ? { id_token: (await tokens.idToken(granted.person, granted.nonce)).token } : {}),
    };
  }

  async function byApp(form: URLSearchParams, tenantId: string) {
    // The value is not judged: there is no secret to keep on one's own machine. That none was sent at all is worth finding out here.
    if (!form.get("client_secret") && !form.get("client_assertion")) {
      throw entraError(401, "invalid_client", 7000218, "The request body must contain: 'client_assertion' or 'client_secret'.");
    }
    if (form.get("scope") !== graphScope) {
      throw entraError(
        400,
        "invalid_scope",
        70011,
        `The provided value for the input parameter 'scope' is not valid: ask for ${graphScope}.`,
      );
    }
    const { token, expiresIn } = await tokens.graphToken(tenantId);
    return { token_type: "Bearer", expires_in: expiresIn, ext_expires_in: expiresIn, access_token: token };
  }
}
