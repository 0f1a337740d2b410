import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { accents } from "../../src/kernen/kern-identity.ts";
import { type Frame, greeting, type Letter, oneLine, safeName } from "../../src/notifications/letter.ts";
import * as joining from "../../src/notifications/letters/joining.ts";
import * as meetings from "../../src/notifications/letters/meetings.ts";
import { messageReported } from "../../src/notifications/letters/moderation.ts";
import * as polls from "../../src/notifications/letters/polls.ts";
import * as proposals from "../../src/notifications/letters/proposals.ts";
import { limitNears, teamDrifted } from "../../src/notifications/letters/teams.ts";
import { nowInTeams, welcome } from "../../src/notifications/letters/welcome.ts";
import { mailHtml } from "../../src/notifications/mail-html.ts";
import { mailText } from "../../src/notifications/mail-text.ts";

const url = "https://kernplein.example/molenlanden/arkel?a=1&b=2#t";
const meUrl = "https://kernplein.example/molenlanden/ik";
const expiresAt = new Date("2026-11-24T12:00:00Z");
const about = { kernName: "Arkel", name: "Jo Voorbeeld", title: "Steiger terug aan de Merwede", url };
const poll = { kernName: "Arkel", name: "Jo Voorbeeld", question: "Komt de steiger terug?", url, meUrl };
const reason = "Graag nog een foto.";
const meeting = {
  ...{ name: "Jo Voorbeeld", title: about.title, url, hall: "Dorpshuis", address: "Voorbeeldplein 1" },
  ...{ startsAt: new Date("2026-12-03T18:30:00Z"), endsAt: new Date("2026-12-03T20:30:00Z"), online: null, waits: false },
};

const letters = (["nl", "en"] as const).flatMap((language): [string, Letter, "nl" | "en"][] => [
  ["confirm joining", joining.confirmJoining(language, { ...about, expiresAt }), language],
  ["known member", joining.knownMember(language, { ...about, expiresAt }), language],
  ["already waiting", joining.alreadyWaiting(language, about), language],
  ["joining refused", joining.joiningRefused(language, { ...about, reason }), language],
  ["sign-in link", joining.signInLink(language, { ...about, expiresAt }), language],
  ["request waits", joining.requestWaits(language, { ...about, asker: "An Voorbeeld" }), language],
  ["welcome", welcome(language, { ...about, meUrl, teamUrl: "https://teams.example/arkel", webOnly: false }), language],
  ["welcome, web only", welcome(language, { ...about, meUrl, teamUrl: null, webOnly: true }), language],
  ["now in Teams", nowInTeams(language, { ...about, meUrl, teamUrl: "https://teams.example/arkel" }), language],
  ["proposal published", proposals.proposalPublished(language, about), language],
  ["proposal returned", proposals.proposalReturned(language, { ...about, reason }), language],
  ["proposal refused", proposals.proposalRefused(language, { ...about, reason }), language],
  ["poll opened", polls.pollOpened(language, { ...poll, level: 2, frozenHash: "9f86d081", closesAt: expiresAt }), language],
  ["poll extended", polls.pollExtended(language, { ...poll, closesAt: expiresAt, reason }), language],
  ["paper awaited", polls.paperAwaited(language, poll), language],
  ["log head signed", polls.logHeadSigned(language, { ...poll, line: "2/57/9f86d081", last: false }), language],
  ["meeting moved", meetings.meetingMoved(language, meeting), language],
  ["meeting cancelled", meetings.meetingCancelled(language, { ...meeting, reason }), language],
  ["place freed", meetings.placeFreed(language, meeting), language],
  ["meeting near", meetings.meetingNear(language, meeting), language],
  ["meeting near, waiting", meetings.meetingNear(language, { ...meeting, waits: true }), language],
  ["minutes written", meetings.minutesWritten(language, { ...meeting, minutes: "Er komt één steiger." }), language],
  ["message reported", messageReported(language, { ...about, text: "Dit is niet aardig.", why: "" }), language],
  ["limit nears", limitNears(language, { name: about.name, limits: ["80 van hoogstens 100."], url: about.url }), language],
  [
    "team changed",
    teamDrifted(language, { name: about.name, kernName: about.kernName, differences: ["Tabblad weg."], url: about.url }),
    language,
  ],
  ["poll closed", polls.pollClosed(language, { ...poll, outcome: "Voor: 12 van 20 stemmen." }), language],
]);
const frame = (language: "nl" | "en"): Frame => ({
  language,
  municipalityName: "Molenlanden",
  place: "Arkel",
  accent: "ochre",
  contact: { name: "Ina Fictief", phone: "088 000 00 01" },
});

describe("every mail", () => {
  test.each(letters)("%s has one button, a plain-text twin, whom to call and why it came", (_, letter, language) => {
    const html = mailHtml(letter, frame(language));
    const text = mailText(letter, frame(language));
    expect(html).toContain(`<html lang="${language}">`);
    expect(html.match(/class="button"/g)).toHaveLength(1);
    expect(html).toContain("max-width:560px");
    expect(html).toContain(accents.ochre.light);
    for (const part of [
      letter.heading,
      letter.button.label,
      letter.button.url,
      letter.why,
      "Arkel",
      "Ina Fictief",
      "088 000 00 01",
    ]) {
      expect(text).toContain(part);
    }
    expect(html).toContain('href="tel:0880000001"');
    expect(letter.subject.length).toBeLessThanOrEqual(140);
    expect(`${html}${text}`).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test.each(letters)("%s is written in short sentences without jargon", (_, letter, language) => {
    const parts = [letter.heading, ...letter.paragraphs, ...(letter.after ?? []), letter.why];
    const sentences = parts.flatMap((part) => part.replaceAll(about.title, "Titel").split(/[.?!:](?=\s|$)/));
    for (const sentence of sentences) expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(14);
    const prose = parts.join(" ");
    if (language === "nl") expect(prose).not.toMatch(/participatie|stakeholder|accorderen|\bje\b|\bjij\b|\bjouw\b/i);
  });

  test("tells times in Dutch local time", () => {
    const letter = joining.confirmJoining("nl", { ...about, expiresAt });
    expect(letter.after?.[0]).toBe("Deze link werkt tot dinsdag 24 november 2026 om 13:00.");
    expect(joining.signInLink("en", { ...about, expiresAt }).after?.[0]).toContain("until 13:00");
  });

  test("who takes part by web only is told so plainly, and gets no link to a team", () => {
    const letter = welcome("nl", { ...about, meUrl, teamUrl: null, webOnly: true });
    expect(mailText(letter, frame("nl"))).toContain("Microsoft Teams neemt uw e-mailadres niet aan.");
    expect(letter.link).toBeUndefined();
  });
});

test("the officer's face stands beside her name where she has one, and its address can break nothing", () => {
  const [, letter] = letters[0] ?? [];
  if (!letter) throw new Error("no letter");
  const withPhoto = (photo: string | null) => mailHtml(letter, { ...frame("nl"), contact: { ...frame("nl").contact, photo } });
  expect(withPhoto("https://molenlanden.example/ina.jpg")).toMatch(
    /<img src="https:\/\/molenlanden\.example\/ina\.jpg" alt="" [^>]*>Vragen\? Bel Ina Fictief:/,
  );
  expect(withPhoto(`https://x.example/"><script>`)).not.toContain("<script");
  expect(withPhoto(null)).not.toContain("<img");
});

describe("what people typed", () => {
  test("never becomes HTML, whatever it is", () => {
    const evil = `<script>alert("x")</script>'&<img src=x>`;
    const letter = proposals.proposalReturned("nl", { ...about, title: evil, reason: evil });
    const html = mailHtml(letter, { ...frame("nl"), place: evil, contact: { name: evil, phone: `1"><b>` } });
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(mailText(letter, frame("nl"))).toContain(evil);
  });

  test("a name that is an advertisement or an address is left out", () => {
    for (const name of ["Jo Voorbeeld", "J.P. de Boer", "Zoë 't Hart", "Linh Trần", "Anne-Marie O’Brien"])
      expect(safeName(name)).toBe(name);
    for (const name of [
      "Win op kijk.example",
      "http://x",
      "Jo\nBcc: a",
      "€ 1000 voor u",
      "a@b",
      "x".repeat(70),
      "www.example.org",
    ]) {
      expect(safeName(name)).toBeNull();
      expect(greeting(name, "nl")).toBe("Dag,");
    }
    expect(joining.requestWaits("nl", { ...about, asker: "Win op kijk.example" }).subject).toBe("Iemand wil meedoen in Arkel");
  });

  test("a subject is one line of at most 140 characters", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (title) => {
        const subject = proposals.proposalPublished("nl", { ...about, title }).subject;
        expect(subject.length).toBeLessThanOrEqual(140);
        expect(subject).not.toMatch(/[\r\n]/);
      }),
    );
    expect(oneLine("a\n b")).toBe("a b");
    expect(oneLine("abcdef", 4)).toBe("abc…");
  });
});
