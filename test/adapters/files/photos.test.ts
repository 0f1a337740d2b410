import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import sharp, { type Sharp } from "sharp";
import { blobPhotoStore } from "../../../src/adapters/files/blob.ts";
import { diskPhotoStore, makePhotoCleaner } from "../../../src/adapters/files/index.ts";

const cleaner = makePhotoCleaner();
const id = "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11";

/** A picture of `width` × `height` whose upper left quarter is red and the rest blue. */
async function drawn(width: number, height: number, channels: 3 | 4 = 3): Promise<Sharp> {
  const corner = await sharp({
    create: { width: width >> 1, height: height >> 1, channels, background: { r: 255, g: 0, b: 0, alpha: 1 } },
  })
    .png()
    .toBuffer();
  const background = { r: 0, g: 0, b: 255, alpha: channels === 4 ? 0.5 : 1 };
  const whole = sharp({ create: { width, height, channels, background } }).composite([{ input: corner, left: 0, top: 0 }]);
  return sharp(await whole.png().toBuffer());
}

describe("cleaning", () => {
  test("removes place, time, owner and every other note of the camera", async () => {
    const upload = await (await drawn(400, 300))
      .withExif({
        IFD0: { Artist: "Anna de Boer", Make: "Fairphone", Copyright: "geheim" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 52/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "4/1 59/1 0/1" },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Anna de Boer thuis</x:xmpmeta>')
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(upload.toString("latin1")).toContain("Fairphone");
    expect((await sharp(upload).metadata()).exif).toBeDefined();

    const clean = await cleaner.clean(upload);
    const meta = await sharp(clean.bytes).metadata();
    for (const kept of ["exif", "xmp", "iptc", "icc", "orientation", "comments"] as const) expect(meta[kept]).toBeUndefined();
    const bytes = Buffer.from(clean.bytes).toString("latin1");
    for (const trace of ["Fairphone", "Anna", "geheim", "Exif", "http://ns.adobe.com", "GPS"]) expect(bytes).not.toContain(trace);
    expect(clean).toMatchObject({ contentType: "image/jpeg", width: 400, height: 300 });
  });

  test("turns upright what the phone held sideways", async () => {
    const upload = await (await drawn(400, 200)).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const clean = await cleaner.clean(upload);
    expect(clean).toMatchObject({ width: 200, height: 400 });
    const [red, , blue] = await sharp(clean.bytes).extract({ left: 150, top: 20, width: 1, height: 1 }).raw().toBuffer();
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(50);
  });

  test.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [1600, 1600, 1600, 1600],
    [3, 2, 3, 2],
    [9000, 10, 1600, 1],
  ])("brings %i × %i down to %i × %i, and never up", async (width, height, toWidth, toHeight) => {
    const clean = await cleaner.clean(await (await drawn(width, height)).jpeg().toBuffer());
    expect(clean).toMatchObject({ width: toWidth, height: toHeight });
  });

  test.each(["jpeg", "png", "webp", "gif", "avif"] as const)("takes %s", async (format) => {
    const clean = await cleaner.clean(await (await drawn(64, 64)).toFormat(format).toBuffer());
    expect((await sharp(clean.bytes).metadata()).format).toBe(clean.contentType.replace("image/", ""));
  });

  test("keeps transparency, as WebP", async () => {
    const clean = await cleaner.clean(await (await drawn(64, 64, 4)).png().toBuffer());
    expect(clean.contentType).toBe("image/webp");
    expect((await sharp(clean.bytes).stats()).isOpaque).toBe(false);
  });

  test("keeps the first picture of an animation", async () => {
    const frames = await sharp(
      [await (await drawn(32, 32)).png().toBuffer(), await (await drawn(32, 32)).negate().png().toBuffer()],
      { join: { animated: true } },
    )
      .gif()
      .toBuffer();
    expect((await sharp(frames).metadata()).pages).toBe(2);
    const clean = await cleaner.clean(frames);
    expect(clean).toMatchObject({ width: 32, height: 32 });
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a text", Buffer.from("Beste gemeente, hierbij mijn foto.")],
    ["a drawing with script (SVG)", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["SVG after an XML line", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj\n")],
    ["a web page that begins as a GIF", Buffer.from("GIF89a<script>alert(1)</script>")],
    ["the first bytes of a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["a HEIC of an unknown codec", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")])],
  ])("refuses %s", async (_, upload) => {
    await expect(cleaner.clean(upload)).rejects.toMatchObject({ code: "photo-unreadable" });
  });

  test("refuses a TIFF, which libvips could read but nobody needs", async () => {
    const upload = await (await drawn(32, 32)).tiff().toBuffer();
    await expect(cleaner.clean(upload)).rejects.toMatchObject({ code: "photo-unreadable" });
  });

  test("refuses a JPEG that breaks off", async () => {
    const upload = await (await drawn(800, 800)).jpeg().toBuffer();
    await expect(cleaner.clean(upload.subarray(0, upload.length / 2))).rejects.toMatchObject({ code: "photo-unreadable" });
  });

  test("refuses a bomb: a few kilobytes that unfold to 80 megapixels", async () => {
    const upload = await sharp({
      create: { width: 10_000, height: 8_000, channels: 3, background: "white" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(upload.length).toBeLessThan(2_000_000);
    await expect(cleaner.clean(upload)).rejects.toMatchObject({ code: "photo-unreadable" });
  });
});

describe("the disk", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kernplein-photos-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("gives back what was put, with its type, per municipality", async () => {
    const store = diskPhotoStore(join(folder, "made", "when-missing"));
    const bytes = new Uint8Array([1, 2, 3]);
    await store.put("molenlanden", id, bytes, "image/jpeg");
    expect(await store.get("molenlanden", id)).toEqual({ bytes, contentType: "image/jpeg" });
    expect(await store.get("altena", id)).toBeNull();
    const other = "1b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c12";
    await store.put("molenlanden", other, bytes, "image/webp");
    expect((await store.get("molenlanden", other))?.contentType).toBe("image/webp");
  });

  test("holds whole files only, readable by the app alone, and leaves nothing unfinished behind", async () => {
    const root = join(folder, "whole");
    const store = diskPhotoStore(root);
    const large = new Uint8Array(3_000_000).fill(7);
    const writes = Array.from({ length: 8 }, () => store.put("altena", id, large, "image/jpeg"));
    for (let tries = 0; tries < 20; tries++) {
      const seen = await store.get("altena", id);
      if (seen) expect(seen.bytes.byteLength).toBe(large.byteLength);
    }
    await Promise.all(writes);
    const there = join(root, "altena", id.slice(0, 2));
    expect(readdirSync(there)).toEqual([`${id}.jpg`]);
    expect(statSync(join(there, `${id}.jpg`)).mode & 0o077).toBe(0);
  });

  test.each([
    ["..", id],
    ["../molenlanden", id],
    ["molenlanden", "../../geheim"],
    ["molenlanden", `${id}/../x`],
    ["", id],
    ["molenlanden", ""],
  ])("knows no place %p/%p", async (municipality, photo) => {
    const store = diskPhotoStore(folder);
    await expect(store.put(municipality, photo, new Uint8Array([1]), "image/jpeg")).rejects.toThrow(/UUID/);
    await expect(store.get(municipality, photo)).rejects.toThrow(/UUID/);
  });

  test("keeps no other type", async () => {
    await expect(diskPhotoStore(folder).put("molenlanden", id, new Uint8Array([1]), "image/svg+xml")).rejects.toThrow(/not kept/);
  });

  test("checks itself, and says what to do when it cannot write", async () => {
    await expect(diskPhotoStore(join(folder, "fine")).check()).resolves.toBeUndefined();
    expect(readdirSync(join(folder, "fine"))).toEqual([]);
    writeFileSync(join(folder, "a-file"), "");
    await expect(diskPhotoStore(join(folder, "a-file")).check()).rejects.toThrow(
      /cannot be kept in .*a-file.*Give the app the right/,
    );
    expect(readFileSync(join(folder, "a-file"), "utf8")).toBe("");
  });
});

test("the blob store wants an address and opens no connection before it is used", () => {
  expect(() => blobPhotoStore("geen adres")).toThrow();
  expect(blobPhotoStore("https://voorbeeld.blob.core.windows.net/fotos")).toHaveProperty("put");
});
