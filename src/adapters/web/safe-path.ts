/** Where to go back to after signing in: a path of our own, whatever the address bar asked for. */

/**
 * `given` when it is a path on this very site, else "/". Refuses other origins in all their disguises: "//evil", "/\evil", "https:…",
 * control characters that browsers skip, and paths that are no page (the API, the sign-in itself: going round in circles).
 */
export function safePath(given: string | null | undefined): string {
  if (!given || given.length > 1000 || !/^\/(?![/\\])[\x20-\x7e]*$/.test(given) || given.includes("\\")) return "/";
  const base = "https://kernplein.invalid";
  const url = URL.parse(given, base);
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return "/";
  if (/^\/(v1|api|local|assets|health)(\/|$)|^\/aanmelden(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search;
}
