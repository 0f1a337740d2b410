import { reservedInMunicipality, reservedSegments } from "../../shared/links.ts";

export interface Home {
  municipality: string;
  kern: string;
}

/** Which kern's home a path leads to; null for every other page. */
export function homeAt(path: string): Home | null {
  const [, municipality, kern] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (!municipality || !kern || reservedSegments.includes(municipality) || reservedInMunicipality.includes(kern)) return null;
  return { municipality: decodeURIComponent(municipality), kern: decodeURIComponent(kern) };
}
