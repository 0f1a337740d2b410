/** Cleans uploads with sharp (libvips). */
import sharp from "sharp";
import type { CleanPhoto, PhotoCleaner } from "../../proposals/photo-cleaner.ts";
import { Refused } from "../../shared/refused.ts";
import { photoKind } from "./photo-kind.ts";

const longestSide = 1600;
/** A phone takes up to 50 megapixels; a bomb of a few kilobytes unfolds to thousands. */
const mostPixels = 60_000_000;
const patienceSeconds = 20;

/**
 * Decodes and encodes anew: sharp writes no metadata unless asked to, so EXIF, GPS, XMP and thumbnails stay behind; colours become
 * sRGB. Pictures with transparency become WebP, others JPEG; of an animation the first frame is kept. iPhone HEIC is refused, as its
 * decoder is patented (phones send JPEG to a web page of their own accord).
 */
export function makePhotoCleaner(): PhotoCleaner {
  // Every upload is another picture: a cache would only hold memory.
  sharp.cache(false);
  return {
    async clean(bytes): Promise<CleanPhoto> {
      if (photoKind(bytes) === null) throw new Refused("photo-unreadable");
      try {
        const { hasAlpha } = await sharp(bytes, { limitInputPixels: mostPixels, pages: 1 }).metadata();
        const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 })
          .timeout({ seconds: patienceSeconds })
          .autoOrient()
          .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
        const written = hasAlpha ? picture.webp({ quality: 82 }) : picture.jpeg({ quality: 82, mozjpeg: true });
        const { data, info } = await written.toBuffer({ resolveWithObject: true });
        return {
          bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
          contentType: hasAlpha ? "image/webp" : "image/jpeg",
          width: info.width,
          height: info.height,
        };
      } catch (error) {
        if (error instanceof Refused) throw error;
        throw new Refused("photo-unreadable", { why: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
