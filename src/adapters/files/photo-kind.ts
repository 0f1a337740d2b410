export type PhotoKind = "jpeg" | "png" | "gif" | "webp" | "heif";

/**
 * What the first bytes say it is; null for everything else, so that no other decoder (SVG, PDF, TIFF) ever sees an upload.
 * Signatures: JPEG SOI (ITU T.81), PNG 5.2, GIF89a 17, RIFF WebP container, ISO base media `ftyp` with a HEIF or AVIF brand.
 */
export function photoKind(bytes: Uint8Array): PhotoKind | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "jpeg";
  if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "png";
  if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return "gif";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  if (head.slice(4, 8) === "ftyp" && ["avif", "heic", "heix", "mif1", "msf1"].includes(head.slice(8, 12))) return "heif";
  return null;
}
