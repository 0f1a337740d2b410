/** What the server takes; see the photo sentence in shared/refusal-sentences.ts. */
const largest = 8 * 1024 * 1024;
const longestSide = 2400;

/**
 * The photo itself when it is small enough to send, else a smaller JPEG of it: a new phone makes photos of 12 MB, and "too large" helps
 * nobody. What cannot be read as a picture here is sent as it is; the server says what is wrong with it.
 */
export async function shrinkPhoto(photo: File): Promise<Blob> {
  if (photo.size <= largest / 2) return photo;
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
  } catch {
    return photo;
  }
}
