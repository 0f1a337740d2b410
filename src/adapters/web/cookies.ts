/** Our two cookies: the session, and what a sign-in with Microsoft must remember until it comes back. */
import type { IncomingMessage } from "node:http";

export interface Cookies {
  /** `<municipality>.<secret>`. */
  session: CookieKind;
  signIn: CookieKind;
}

export interface CookieKind {
  /** Its value; undefined when there is none, or one that we never set. */
  read(request: IncomingMessage): string | undefined;
  /** The Set-Cookie header. `seconds`: how long the browser keeps it. */
  set(value: string, seconds: number): string;
  clear(): string;
}

/**
 * `https`: cookies get the prefix __Host- and Secure, so no other site and no subdomain can set or read them. Always HttpOnly (no script
 * reads them) and SameSite=Lax (other sites cannot send them along with a change).
 */
export function makeCookies(https: boolean): Cookies {
  const kind = (name: string, looksRight: RegExp): CookieKind => {
    const full = https ? `__Host-${name}` : name;
    const attributes = `Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
    return {
      read: (request) => {
        const value = cookieIn(request.headers.cookie, full);
        return value !== undefined && looksRight.test(value) ? value : undefined;
      },
      set: (value, seconds) => `${full}=${value}; ${attributes}; Max-Age=${Math.max(0, Math.floor(seconds))}`,
      clear: () => `${full}=; ${attributes}; Max-Age=0`,
    };
  };
  return {
    session: kind("kernplein", /^[a-z0-9-]{1,60}\.[A-Za-z0-9_-]{20,60}$/),
    signIn: kind("kernplein-aanmelden", /^[A-Za-z0-9_-]{20,4000}$/),
  };
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
