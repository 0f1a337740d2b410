import { afterAll, beforeAll, expect, test } from "@jest/globals";
import sharp from "sharp";
import { problemIn, type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let resident: SignedInPerson;
beforeAll(async () => {
  running = await runningWeb();
  resident = await running.tokenOf();
});
afterAll(() => running.close());

const upload = (bytes: Uint8Array, type = "image/jpeg", headers: Record<string, string> = resident.bearer) =>
  fetch(`${running.origin}/v1/fotos`, {
    method: "POST",
    body: Buffer.from(bytes),
    headers: { "content-type": type, ...headers },
  });
const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#0b5a43" } })
    .withExif({ IFD0: { Artist: "Geheim" } })
    .jpeg()
    .toBuffer();

test("a photo goes up as bytes, and comes back for who may see it, to be kept by her browser alone", async () => {
  const sent = await upload(await photo());
  expect(sent.status).toBe(201);
  const address = sent.headers.get("location") ?? "";
  expect(await sent.json()).toMatchObject({ width: 40, height: 20 });
  const seen = await running.get(address, { ...resident.bearer, accept: "image/avif,image/webp,image/*,*/*;q=0.8" });
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    "content-type": expect.stringMatching(/^image\/(jpeg|webp)$/),
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    vary: "Authorization, Cookie",
  });
  const bytes = Buffer.from(await seen.arrayBuffer());
  expect(bytes.includes("Geheim")).toBe(false);
  const again = await running.get(address, { ...resident.bearer, "if-none-match": seen.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
  const other = await running.tokenOf();
  expect((await running.get(address, other.bearer)).status).toBe(404);
  expect((await running.get(address)).status).toBe(401);
});

test.each([
  ["more than 8 MB", Buffer.alloc(8 * 1024 * 1024 + 1), "image/jpeg", 413, "photo-too-large"],
  ["what is no picture", Buffer.from("<svg onload=alert(1)>"), "image/svg+xml", 400, "photo-unreadable"],
  ["a photo of a kind we cannot read", Buffer.from("ftypheic"), "image/heic", 400, "photo-unreadable"],
  ["another content type", Buffer.from("{}"), "application/json", 415, "wrong-content-type"],
])("%s is refused", async (_, bytes, type, status, code) => {
  expect(await problemIn(await upload(bytes, type))).toMatchObject({ status, code });
});

test("nobody uploads without signing in", async () => {
  expect(await problemIn(await upload(await photo(), "image/jpeg", {}))).toMatchObject({ status: 401 });
});
