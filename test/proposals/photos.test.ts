import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import sharp from "sharp";
import { diskPhotoStore, makePhotoCleaner } from "../../src/adapters/files/index.ts";
import {
  makeAddPhoto,
  makeViewPhoto,
  publishProposal,
  saveDraft,
  submitProposal,
  viewProposal,
} from "../../src/proposals/index.ts";
import type { Actor } from "../../src/shared/work.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { refusal, text } from "./given.ts";

type Person = Actor & { person: string };

const folder = mkdtempSync(join(tmpdir(), "kernplein-uploads-"));
const store = diskPhotoStore(folder);
const addPhoto = makeAddPhoto({ store, cleaner: makePhotoCleaner() });
const viewPhoto = makeViewPhoto({ store });

let database: TestDatabase;
let author: Person;
let neighbour: Person;
let officer: Person;
let upload: Uint8Array;

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  await aMunicipality(database, "altena", ["almkerk"]);
  author = await aPerson(database);
  neighbour = await aPerson(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  upload = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: "green" } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (who: Actor, bytes: Uint8Array = upload) => database.perform(addPhoto, who, { bytes, contentType: "image/jpeg" });
const see = (who: Actor, photo: string) => database.perform(viewPhoto, who, { photo });

test("an upload is cleaned, kept and recorded, and shown to whoever may read the proposal", async () => {
  const added = await add(author);
  expect(added).toMatchObject({ width: 1600, height: 800 });
  const { photo } = added;
  const { proposal } = await database.perform(saveDraft, author, {
    kern: "arkel",
    title: "Zwemsteiger",
    body: text,
    photo,
    photoAlt: "De oude steiger",
  });
  await database.perform(submitProposal, author, { proposal });
  expect(await refusal(see(neighbour, photo))).toBe("not-found");
  expect((await see(author, photo)).contentType).toBe("image/jpeg");
  expect((await sharp((await see(officer, photo)).bytes).metadata()).width).toBe(1600);
  await database.perform(publishProposal, officer, { proposal });
  expect(await database.perform(viewProposal, neighbour, { proposal })).toMatchObject({ photo, photoAlt: "De oude steiger" });
  expect((await see(neighbour, photo)).bytes.byteLength).toBeGreaterThan(100);
});

test("an upload that stands in no proposal is its owner's alone", async () => {
  const { photo } = await add(author);
  expect(await refusal(see(neighbour, photo))).toBe("not-found");
  expect(await refusal(see(officer, photo))).toBe("not-found");
  const stranger = await aPerson(database, { kernen: ["almkerk"] }, "altena");
  expect(await refusal(see(stranger, photo))).toBe("not-found");
  expect(await refusal(see({ ...author, person: null, roles: [] }, photo))).toBe("not-signed-in");
});

test("a visitor uploads nothing", async () => {
  expect(await refusal(add({ ...author, person: null, roles: [] }))).toBe("not-signed-in");
});

test("more than 8 MB, and what is no photo, leave nothing behind", async () => {
  const kept = () => readdirSync(folder, { recursive: true }).length;
  const before = kept();
  expect(await refusal(add(author, new Uint8Array(8 * 1024 * 1024 + 1)))).toBe("photo-too-large");
  expect(await refusal(add(author, new Uint8Array(8 * 1024 * 1024)))).toBe("photo-unreadable");
  expect(kept()).toBe(before);
});

test("a store that fails leaves no record of a photo", async () => {
  const broken = makeAddPhoto({
    store: diskPhotoStore("/dev/null/nowhere"),
    cleaner: makePhotoCleaner(),
  });
  const count = () =>
    database.connections.inMunicipality(
      "molenlanden",
      async (tx) => (await tx.selectFrom("photo").select("photo_id").execute()).length,
    );
  const before = await count();
  await expect(database.perform(broken, author, { bytes: upload, contentType: "image/jpeg" })).rejects.toThrow();
  expect(await count()).toBe(before);
});
