/**
 * The token of a mail link, out of the fragment of the address, which is then wiped: it stays out of the history of the browser and of
 * what somebody copies from the address bar. Null when there is none.
 */
export function takeToken(): string | null {
  const token = decodeURIComponent(window.location.hash.slice(1));
  if (token) window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  return token || null;
}
