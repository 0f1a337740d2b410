/**
 * A stand-in for Entra on the own machine, below /local on the same server: issues real JWTs with its own keys, so that the very
 * validator of production judges them. Here anybody can sign in as anybody; therefore it refuses to exist beside a production setting.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { CryptoKey } from "jose";
import { authorize } from "./authorize.ts";
import { authorizationCodes } from "./codes.ts";
import type { LocalDirectory, LocalPerson } from "./directory.ts";
import { Ended, problem, sendJson } from "./exchange.ts";
import { signInForScripts } from "./for-scripts.ts";
import { fromOwnMachine } from "./own-machine.ts";
import { authorityPath, localClientId } from "./settings.ts";
import { signingKey } from "./signing-key.ts";
import { tokenEndpoint } from "./token-endpoint.ts";
import { type IssuedToken, tokenIssuer } from "./tokens.ts";

export type { LocalDirectory, LocalPerson } from "./directory.ts";
export { localClientId } from "./settings.ts";

/** Where the local Entra of the app at this origin stands. */
export const localAuthority = (origin: string): string => origin + authorityPath;

export interface LocalSignInOptions {
  /** `local` false means that an Entra or bot setting is present: then this throws. */
  config: { local: boolean };
  /** Where the key is kept. */
  folder: string;
  /** http://localhost:3978, once the server listens. */
  origin(): string;
  directory: LocalDirectory;
  /** Application permissions that every tenant granted the app, for tokens to the local Graph. */
  graphPermissions: readonly string[];
  clock?(): Date;
}

export interface LocalSignIn {
  /** To be answered by the web server: each address and everything below it. */
  handlers: { prefix: string; handle(request: IncomingMessage, response: ServerResponse): Promise<void> }[];
  /** What the web edge must believe: give this as its Entra settings. */
  settings(): { authority: string; clientId: string; audiences: string[] };
  tokenFor(person: LocalPerson): Promise<IssuedToken>;
  /** The key everything is signed with: for tests that make tokens which are wrong in one respect only. */
  key: CryptoKey;
  /** For the local Graph: whose token this is. Throws when it is not valid. */
  verifyGraphToken(token: string): Promise<{ tid: string; roles: readonly string[] }>;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function makeLocalSignIn(options: LocalSignInOptions): Promise<LocalSignIn> {
  const { config, folder, origin, directory, graphPermissions, clock = () => new Date() } = options;
  if (!config.local) {
    throw new Error(
      "The local sign-in cannot be used beside production settings (ENTRA_CLIENT_ID, BOT_ID): anybody could sign in as anybody.",
    );
  }
  const key = await signingKey(folder);
  const authority = () => origin() + authorityPath;
  const tokens = tokenIssuer({ key, issuerOf: (tenantId) => `${authority()}/${tenantId}/v2.0`, graphPermissions, clock });
  const codes = authorizationCodes(clock);
  const authorizing = authorize({ directory, codes, ownOrigins: () => namesOf(origin()) });
  const exchanging = tokenEndpoint(codes, tokens);
  const scripts = signInForScripts(directory, tokens);

  async function entra(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const [tenantId = "", ...rest] = url.pathname.slice(authorityPath.length + 1).split("/");
    const what = rest.join("/");
    if (!guid.test(tenantId)) throw problem(404, "unknown-address", "Deze tenant bestaat niet. This tenant does not exist.");
    if (what === "v2.0/.well-known/openid-configuration") return sendJson(response, 200, discovery(authority(), tenantId));
    if (what === "discovery/v2.0/keys") return sendJson(response, 200, { keys: [key.publicJwk] });
    if (what === "oauth2/v2.0/authorize") return authorizing(request, response, tenantId, url.searchParams);
    if (what === "oauth2/v2.0/token") return exchanging(request, response, tenantId);
    throw problem(404, "unknown-address", "Dit adres bestaat niet. This address does not exist.");
  }

  return {
    handlers: [
      { prefix: authorityPath, handle: guarded(entra) },
      { prefix: "/local/aanmelden", handle: guarded(scripts) },
    ],
    settings: () => ({
      authority: authority(),
      clientId: localClientId,
      audiences: [localClientId, `api://${new URL(origin()).host}/${localClientId}`],
    }),
    tokenFor: tokens.accessToken,
    key: key.privateKey,
    verifyGraphToken: tokens.verifyGraphToken,
  };
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function guarded(handle: Handle): Handle {
  return async (request, response) => {
    try {
      if (!fromOwnMachine(request)) {
        const elsewhere =
          "De oefenaanmelding werkt alleen op de eigen computer. The practice sign-in works on the own machine only.";
        throw problem(403, "own-machine-only", elsewhere);
      }
      await handle(request, response);
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      sendJson(response, error.status, error.body);
    }
  };
}

function discovery(authority: string, tenantId: string): Record<string, unknown> {
  const base = `${authority}/${tenantId}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["none", "client_secret_post", "private_key_jwt"],
  };
}

/** The same server under all names that this machine has for itself. */
function namesOf(origin: string): string[] {
  const { port, protocol } = new URL(origin);
  return ["localhost", "127.0.0.1", "[::1]"].map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`).concat(origin);
}
