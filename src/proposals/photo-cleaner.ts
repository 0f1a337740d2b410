export interface CleanPhoto {
  bytes: Uint8Array;
  contentType: "image/jpeg" | "image/webp";
  /** Pixels, as shown. */
  width: number;
  height: number;
}

/** Port: makes an upload safe to show. */
export interface PhotoCleaner {
  /**
   * The picture alone: upright, at most 1600 px wide or high, nothing left of what the camera noted (place, time, owner).
   * Throws `Refused("photo-unreadable")` for whatever is not a JPEG, PNG, WebP, AVIF or GIF of at most 60 megapixels.
   */
  clean(bytes: Uint8Array): Promise<CleanPhoto>;
}
