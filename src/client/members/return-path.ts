/**
 * A path of our own to go back to after signing in; null for anything else ("//elsewhere", "https://…") and for the sign-in pages
 * themselves. The server judges the same for the way through Microsoft.
 */
export function safeReturn(path: string | null | undefined): string | null {
  if (!path || path.length > 1000 || !/^\/(?![/\\])[\x20-\x7e]*$/.test(path) || path.includes("\\")) return null;
  // Joining and signing in lead on from themselves; their links carried a secret that is gone.
  return /^\/(tab\/)?(meedoen|aanmelden|v1|api|local|assets|health)([/?#]|$)/.test(path) ? null : path;
}

const ownPages = ["meedoen", "toegankelijkheid", "privacy", "voorwaarden", "instellen"];

/** The municipality a path is about ("/molenlanden/arkel": molenlanden); null when about none. */
export function municipalityOf(path: string | null): string | null {
  const first = path?.split(/[/?#]/)[1] ?? "";
  return first === "" || ownPages.includes(first) ? null : first;
}
