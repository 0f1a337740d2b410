import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { calendarForMail, calendarText } from "../../src/meetings/calendar.ts";
import type { CalendarMeeting } from "../../src/meetings/contract.ts";

const publicUrl = "https://kernplein.example";
const meeting: CalendarMeeting = {
  meeting: "0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11",
  sequence: 2,
  kernName: "Arkel",
  title: "Dorpsavond, met koffie; en taart",
  text: "Eerste regel.\nTweede regel.",
  startsAt: "2026-10-25T00:30:00.000Z",
  endsAt: "2026-10-25T01:30:00.000Z",
  hall: "Dorpshuis De Voorbeeldhoek",
  address: "Voorbeeldplein 1",
  position: { latitude: 51.86, longitude: 4.99 },
  cancelReason: null,
  changedAt: "2026-10-01T12:00:00.000Z",
};
const view = (meetings: CalendarMeeting[]) => ({
  municipality: "molenlanden",
  name: "Bijeenkomsten in Arkel",
  file: "a",
  meetings,
});
/** Lines as they were before folding (RFC 5545, 3.1). */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("a calendar to follow bears its name, and each meeting with id, sequence, place and page", () => {
  const lines = linesOf(calendarText(view([meeting]), publicUrl));
  expect(lines).toEqual(
    expect.arrayContaining([
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Bijeenkomsten in Arkel",
      "UID:0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11",
      "SEQUENCE:2",
      "SUMMARY:Dorpsavond\\, met koffie\\; en taart · Arkel",
      "LOCATION:Dorpshuis De Voorbeeldhoek\\, Voorbeeldplein 1",
      "GEO:51.86;4.99",
      "STATUS:CONFIRMED",
      "URL;VALUE=URI:https://kernplein.example/molenlanden/bijeenkomst/0b9e5b6c-1f4e-4c6e-9a3e-2f6d1f0a7c11",
    ]),
  );
  expect(lines.find((line) => line.startsWith("DESCRIPTION"))).toContain("Eerste regel.\\nTweede regel.");
});

test("an hour that the clock shows twice stays the right one: times are UTC", () => {
  const lines = linesOf(calendarText(view([meeting]), publicUrl));
  expect(lines).toEqual(expect.arrayContaining(["DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"]));
  expect(lines).toContain("DTSTAMP:20261001T120000Z");
});

test("the same meetings give the same text, so that a calendar that asks again is told 'not changed'", () => {
  expect(calendarText(view([meeting]), publicUrl)).toBe(calendarText(view([meeting]), publicUrl));
});

test("what is off is struck out, in the mail also taken out of her calendar", () => {
  const off = { ...meeting, cancelReason: "De zaal is dicht." };
  expect(linesOf(calendarText(view([off]), publicUrl))).toEqual(
    expect.arrayContaining([
      "METHOD:PUBLISH",
      "STATUS:CANCELLED",
      "SUMMARY:Gaat niet door: Dorpsavond\\, met koffie\\; en taart",
    ]),
  );
  const setting = { publicUrl, municipality: "molenlanden", language: "nl" as const, organizer: null };
  const mail = calendarForMail({ ...off, online: null }, setting);
  expect(mail.method).toBe("CANCEL");
  expect(linesOf(mail.text)).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2"]));
});

test("who comes gets the way to take part online and the officer as organizer; the public calendar has neither", () => {
  const online = "https://vergadering.voorbeeld.example/arkel";
  const organizer = { name: "Ina Fictief", email: "ina@molenlanden.example" };
  const setting = { publicUrl, municipality: "molenlanden", language: "en" as const, organizer };
  const mail = calendarForMail({ ...meeting, online }, setting);
  expect(mail.method).toBe("PUBLISH");
  expect(linesOf(mail.text).join("\n")).toContain(`Take part online: ${online}`);
  expect(linesOf(mail.text)).toContain('ORGANIZER;CN="Ina Fictief":mailto:ina@molenlanden.example');
  const shown = calendarText(view([{ ...meeting, online } as CalendarMeeting]), publicUrl);
  expect(shown).not.toContain("vergadering.voorbeeld");
  expect(shown).not.toContain("ORGANIZER");
  expect(shown).not.toContain("ATTENDEE");
});

test("nothing that people write begins a line of its own, and no line is longer than 75 bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ maxLength: 50 }), (title, hall) => {
      const hostile = { ...meeting, title: `${title}\r\nBEGIN:VALARM`, hall: `${hall}\nATTENDEE:mailto:x@y.z` };
      const text = calendarText(view([hostile]), publicUrl);
      expect(linesOf(text).filter((line) => /^(BEGIN|ATTENDEE)/.test(line))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});
