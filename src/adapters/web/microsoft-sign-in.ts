/**
 * Signing in with the municipality's own tenant in a plain browser: OpenID Connect code flow with PKCE, state and nonce. What must be
 * remembered until Microsoft sends the browser back lies in a cookie of ten minutes that no script can read.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import * as oidc from "openid-client";
import type { SentenceCode } from "../../shared/sentences.ts";
import type { Tx } from "../../shared/work.ts";
import { secondsUntil } from "./answer-route.ts";
import { arrivalOf } from "./arrival.ts";
import type { Cookies } from "./cookies.ts";
import type { EntraSettings, TokenJudge } from "./entra-token.ts";
import type { Limits } from "./limits.ts";
import type { MunicipalityBook } from "./municipalities.ts";
import { refusalOf } from "./problems.ts";
import { safePath } from "./safe-path.ts";
import type { People } from "./who-is-asking.ts";

export interface BrowserSignInSettings extends EntraSettings {
  /**
   * Proves that we are the app: a signed client assertion for this token endpoint (certificate or federated managed identity). Left out
   * for the local stand-in, which knows no secrets.
   */
  clientAssertion?(tokenEndpoint: string): Promise<string>;
}

interface Means {
  settings(): BrowserSignInSettings;
  /** Under which of its names the browser reached us: its cookies are kept by name. */
  originFor(request: IncomingMessage): string;
  judge: TokenJudge;
  book: MunicipalityBook;
  people: People;
  inMunicipality<T>(municipality: string, body: (tx: Tx) => Promise<T>): Promise<T>;
  cookies: Cookies;
  limits: Limits;
  log: { warn(details: object, message: string): void };
}

export const signInPath = "/aanmelden/microsoft";
const callbackPath = `${signInPath}/terug`;
const patienceSeconds = 600;

interface Remembered {
  tenantId: string;
  state: string;
  nonce: string;
  verifier: string;
  back: string;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `start` sends the browser to Microsoft, `finish` receives it back. Both always redirect; trouble ends at /aanmelden?fout=<code>. */
export function microsoftSignIn(means: Means): { start: Handle; finish: Handle } {
  const { settings, originFor, judge, book, people, inMunicipality, cookies, limits, log } = means;
  const configurations = new Map<string, Promise<oidc.Configuration>>();

  function configurationFor(tenantId: string): Promise<oidc.Configuration> {
    const { authority } = settings();
    const issuer = `${authority}/${tenantId}/v2.0`;
    const known = configurations.get(issuer) ?? discover(issuer, settings());
    configurations.set(issuer, known);
    known.catch(() => configurations.delete(issuer));
    return known;
  }

  /** A person in a browser stands here, not a program: she is sent to the sign-in page, which says in her words what happened. */
  function sendToSignIn(response: ServerResponse, error: unknown, otherwise: SentenceCode): void {
    const { code } = refusalOf(error);
    const known = code !== "failed";
    if (!known || code === "busy") log.warn({ reason: reasonOf(error) }, "a sign-in with the tenant did not succeed");
    redirect(response, `/aanmelden?fout=${known ? code : otherwise}`);
  }

  const start: Handle = async (request, response) => {
    const { query, address, language } = arrivalOf(request);
    try {
      await limits.count("session", address, language);
      const home = await book.home(query.get("gemeente") ?? "");
      if (!home) return redirect(response, "/aanmelden");
      const remembered: Remembered = {
        tenantId: home.tenantId,
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        back: safePath(query.get("terug")),
      };
      const target = oidc.buildAuthorizationUrl(await configurationFor(home.tenantId), {
        redirect_uri: originFor(request) + callbackPath,
        scope: "openid profile",
        response_mode: "query",
        state: remembered.state,
        nonce: remembered.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(remembered.verifier),
        code_challenge_method: "S256",
      });
      response.setHeader("Set-Cookie", cookies.signIn.set(wrap(remembered), patienceSeconds));
      redirect(response, target.href);
    } catch (error) {
      sendToSignIn(response, error, "busy");
    }
  };

  const finish: Handle = async (request, response) => {
    const arrival = arrivalOf(request);
    const cleared = cookies.signIn.clear();
    const remembered = unwrap(cookies.signIn.read(request));
    response.setHeader("Set-Cookie", cleared);
    if (!remembered) return redirect(response, "/aanmelden?fout=link-expired");
    try {
      const answer = new URL(`${originFor(request)}${callbackPath}?${arrival.query}`);
      const tokens = await oidc.authorizationCodeGrant(await configurationFor(remembered.tenantId), answer, {
        pkceCodeVerifier: remembered.verifier,
        expectedState: remembered.state,
        expectedNonce: remembered.nonce,
        idTokenExpected: true,
      });
      const { municipality, oid } = await judge.idToken(tokens.id_token ?? "", remembered.nonce);
      const opened = await inMunicipality(municipality, (tx) => people.openEntraSession(tx, oid, arrival.receivedAt));
      response.setHeader("Set-Cookie", [cleared, cookies.session.set(opened.session, secondsUntil(opened.expiresAt, arrival))]);
      redirect(response, remembered.back);
    } catch (error) {
      sendToSignIn(response, error, "not-signed-in");
    }
  };

  return { start, finish };
}

async function discover(issuer: string, { clientId, clientAssertion }: BrowserSignInSettings): Promise<oidc.Configuration> {
  const authentication: oidc.ClientAuth = clientAssertion
    ? async (server, client, body) => {
        body.set("client_id", client.client_id);
        body.set("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        body.set("client_assertion", await clientAssertion(server.token_endpoint ?? ""));
      }
    : oidc.None();
  const insecure = issuer.startsWith("http://") ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(new URL(issuer), clientId, undefined, authentication, { execute: insecure, timeout: 10 });
}

function redirect(response: ServerResponse, target: string): void {
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(302, { Location: target }).end();
}

const wrap = (remembered: Remembered): string => Buffer.from(JSON.stringify(remembered)).toString("base64url");

function unwrap(value: string | undefined): Remembered | undefined {
  if (value === undefined) return undefined;
  try {
    const { tenantId, state, nonce, verifier, back } = JSON.parse(Buffer.from(value, "base64url").toString()) as Remembered;
    const whole = [tenantId, state, nonce, verifier].every((part) => typeof part === "string" && part !== "");
    return whole ? { tenantId, state, nonce, verifier, back: safePath(back) } : undefined;
  } catch {
    return undefined;
  }
}

/** What went wrong, without the address it came with: that carries a code. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : "unknown";
}
