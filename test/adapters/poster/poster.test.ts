import { execFile } from "node:child_process";
import { inflateSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { drawPoster } from "../../../src/adapters/poster/index.ts";
import { drawable } from "../../../src/adapters/poster/sheet.ts";
import type { PosterView } from "../../../src/notifications/contract.ts";
import { aboutKern, aboutMeeting, aboutPoll, aboutProposal } from "../../../src/notifications/poster-words.ts";

const at = { municipality: "molenlanden", kern: "arkel", kernName: "Arkel" };
const poll = "3f2b8c1e-6a4d-4f7b-9c2e-1d5a7b9e0f31";
const origin = "https://kernplein.voorbeeld.example";
const poster = (more: Partial<PosterView> = {}): PosterView => ({
  size: "a4",
  municipalityName: "Molenlanden",
  kernName: "Arkel",
  accent: "river",
  silhouette: "mill",
  shortPath: "/molenlanden/arkel",
  contact: { name: "Anneke Voorbeeld", phone: "088 000 00 01" },
  ...aboutKern(at),
  ...more,
});

/** The PDF with its packed parts unpacked, as text. */
function opened(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString("latin1");
  return raw.replace(/stream\n([\s\S]*?)\nendstream/g, (whole, packed: string) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return whole;
    }
  });
}

test("a poster is one tagged sheet of the asked size, with a title and a language", async () => {
  for (const [size, box] of [
    ["a4", "[0 0 595.28 841.89]"],
    ["a3", "[0 0 841.89 1190.55]"],
  ] as const) {
    const text = opened(await drawPoster(poster({ size }), origin));
    expect(text).toContain(`/MediaBox ${box}`);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(text).toContain("/Lang (nl-NL)");
    expect(text).toContain("/DisplayDocTitle true");
    expect(text).toContain("/Marked true");
    for (const tag of ["H1", "P", "Figure"]) expect(text).toContain(`/S /${tag}`);
    expect(text).toContain("/Lang (en)");
    expect(text).toContain("(QR-code naar https://kernplein.voorbeeld.example/molenlanden/arkel)");
  }
});

test("however long a title, it fits on the sheet", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 140, unit: "grapheme" }), async (title) => {
      const text = opened(await drawPoster(poster({ ...aboutProposal(at, { proposal: poll, title }) }), origin));
      expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
    }),
    { numRuns: 25 },
  );
});

test("letters that the fonts lack never become other letters", () => {
  expect(drawable("Café ’t Hoefijzer, € 10")).toBe("Café ’t Hoefijzer, € 10");
  expect(drawable("Plan 🌳 Київ")).toBe("Plan ? ????");
});

test("the poster of a poll says until when, that of a closed one leads to the result", () => {
  const closesAt = new Date("2026-12-06T19:00:00Z");
  const open = aboutPoll(at, { poll, question: "Een bankje?", closesAt, closed: false });
  expect(open.ask.nl).toBe("Stem mee tot en met zondag 6 december 2026 om 20:00 uur.");
  expect(aboutPoll(at, { poll, question: "Een bankje?", closesAt, closed: true }).kind.nl).toBe("De uitslag van de stemming");
});

test("the poster of a meeting says when and where, and leads to its page", async () => {
  const evening = {
    meeting: poll,
    title: "Avond over de steiger",
    startsAt: new Date("2026-12-03T19:00:00Z"),
    endsAt: new Date("2026-12-03T21:00:00Z"),
    hall: "Dorpshuis De Voorbeeldhoek",
    address: "Voorbeeldplein 1",
  };
  const about = aboutMeeting(at, evening);
  expect(about.ask.nl).toBe(
    "Donderdag 3 december 2026 van 20:00 tot 22:00 uur. Dorpshuis De Voorbeeldhoek, Voorbeeldplein 1. Komt u ook?",
  );
  expect(aboutMeeting(at, { ...evening, hall: "", address: "" }).ask.nl).toContain("uur, op internet.");
  const text = opened(await drawPoster(poster(about), origin));
  expect(text).toContain(`(QR-code naar https://kernplein.voorbeeld.example/molenlanden/bijeenkomst/${poll})`);
  const long = { ...evening, title: "W".repeat(140), hall: "Zaal ".repeat(28), address: "Straat ".repeat(28) };
  // Three lines, which end above the code.
  expect(aboutMeeting(at, long).ask.nl.length).toBeLessThanOrEqual(160);
  expect(aboutMeeting(at, { ...evening, address: "Voorbeeldplein ".repeat(6) }).ask.nl).toContain(
    "uur. Dorpshuis De Voorbeeldhoek. Komt",
  );
  expect(opened(await drawPoster(poster(aboutMeeting(at, long)), origin)).match(/\/Type \/Page\n/g)).toHaveLength(1);
});

test("the command refuses an unknown size in a sentence", async () => {
  const said = await new Promise<string>((resolve) =>
    execFile("node", ["src/cli.ts", "poster", "arkel", "--size", "a5"], (_, __, stderr) => resolve(stderr)),
  );
  expect(said).toContain("Allowed choices are a4, a3");
});
