import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { handedInCard, proposalForm, reportForm } from "../../../src/adapters/teams/cards/form-cards.ts";
import { helpCard, joinCard, noticeCard, type Opening } from "../../../src/adapters/teams/cards/help-cards.ts";
import { weekCard, whichKernCard } from "../../../src/adapters/teams/cards/kern-card.ts";
import { linksOf } from "../../../src/adapters/teams/cards/links.ts";
import { newProposalCard, pollsCard, proposalsCard } from "../../../src/adapters/teams/cards/list-cards.ts";
import { meetingCard, meetingsCard } from "../../../src/adapters/teams/cards/meeting-card.ts";
import { newsCard } from "../../../src/adapters/teams/cards/news-card.ts";
import { logHeadCard, outcomeCard, pollCard } from "../../../src/adapters/teams/cards/poll-cards.ts";
import { answerCard, proposalCard } from "../../../src/adapters/teams/cards/proposal-card.ts";
import { doneCard, taskCard, tasksAloneCard, tasksCard } from "../../../src/adapters/teams/cards/task-cards.ts";
import { words } from "../../../src/adapters/teams/cards/words.ts";
import type { Card } from "../../../src/adapters/teams/engine.ts";
import type { DeskItem } from "../../../src/moderation/contract.ts";
import type { AnswerForCard, MeetingForCard, PollForCard, ProposalForCard } from "../../../src/notifications/square.ts";
import type { Language } from "../../../src/shared/work.ts";

import { buttonsOf } from "./stage.ts";

const links = linksOf("https://kernplein.voorbeeld.example/", "molenlanden");

/** Texts as people (and attackers) write them: any Unicode, Markdown, mentions, very long. */
const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength }),
    fc.string({ unit: "grapheme", maxLength }),
    fc.constantFrom(
      "[klik](https://boef.example)",
      "<at>Iedereen</at>",
      "**vet** _schuin_ # kop\n- punt",
      "{{DATE(2026-11-22,SHORT)}}",
      "",
    ),
    fc.constant("Wél ".repeat(200).slice(0, maxLength)),
    fc.constant("\u{1F6A2}".repeat(maxLength)),
  );
const language = fc.constantFrom<Language[]>("nl", "en");
const count = fc.nat({ max: 50_000 });
const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2036-01-01"), noInvalidDate: true });

const proposal: fc.Arbitrary<ProposalForCard> = fc.record({
  proposal: fc.uuid(),
  kern: fc.constantFrom("arkel", "nieuw-lekkerland"),
  kernName: fc.constantFrom("Arkel", "'t Gat & de rest"),
  title: text(140),
  excerpt: text(200),
  state: fc.constantFrom<ProposalForCard["state"][]>("published", "withdrawn"),
  treatment: fc.constantFrom<ProposalForCard["treatment"][]>("none", "in-treatment", "answered", "done"),
  outcome: fc.constantFrom<ProposalForCard["outcome"][]>(null, "yes", "partly", "no"),
  supportCount: count,
  commentCount: count,
  photo: fc.option(
    fc.record({ url: fc.constantFrom("https://foto.voorbeeld.example/1.jpg", "http://localhost/1.jpg"), alt: text(200) }),
  ),
});
const poll: fc.Arbitrary<PollForCard> = fc.record({
  poll: fc.uuid(),
  kern: fc.constant("arkel"),
  kernName: fc.constant("Arkel"),
  question: text(200),
  opensAt: moment,
  closesAt: moment,
  state: fc.constantFrom<PollForCard["state"][]>("planned", "open", "closed"),
  level: fc.constantFrom<PollForCard["level"][]>(0, 1, 2),
  frozenHash: fc.option(fc.constant("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
  outcome: fc.option(fc.record({ nl: text(600), en: text(600) })),
});
const meeting: fc.Arbitrary<MeetingForCard> = fc
  .record({
    meeting: fc.uuid(),
    kern: fc.constant("arkel"),
    kernName: fc.constantFrom("Arkel", "'t Gat & de rest"),
    title: text(140),
    excerpt: text(200),
    startsAt: moment,
    endsAt: moment,
    hall: text(140),
    address: text(200),
    hasOnline: fc.boolean(),
    state: fc.constantFrom<MeetingForCard["state"][]>("planned", "held", "cancelled"),
    begun: fc.boolean(),
    cancelReason: fc.option(text(500)),
    capacity: fc.option(fc.integer({ min: 1, max: 5000 })),
    coming: count,
    waiting: count,
    hasMinutes: fc.boolean(),
  })
  .map((given) => ({ ...given, cancelReason: given.state === "cancelled" ? given.cancelReason : null }));
const about = fc.constantFrom({ kern: "arkel", name: "Arkel" }, { kern: null, name: "Molenlanden" });
const contact = fc.option(fc.record({ name: text(100), phone: fc.constant("088 000 00 00") }));
const withEnglish = fc.boolean();

const kernen = fc.array(fc.record({ kern: fc.constantFrom("arkel", "hoornaar"), name: text(80) }), {
  minLength: 1,
  maxLength: 20,
});
const common = {
  kern: fc.constant("arkel"),
  kernName: fc.constantFrom("Arkel", "'t Gat & de rest"),
  waitingSince: moment.map((at) => at.toISOString()),
  dueAt: moment.map((at) => at.toISOString()),
  late: fc.boolean(),
};
const request = fc.record({
  joinRequest: fc.uuid(),
  kern: fc.constant("arkel"),
  kernName: fc.constant("Arkel"),
  name: text(100),
  email: fc.constant("jo@voorbeeld.example"),
  confirmedAt: common.dueAt,
});
const task: fc.Arbitrary<DeskItem> = fc.oneof(
  fc.record({ ...common, kind: fc.constant("proposal" as const), proposal: fc.uuid(), title: text(140), authorName: text(100) }),
  fc.record({ ...common, kind: fc.constant("join-request" as const), request }),
  fc.record({
    ...common,
    kind: fc.constant("answer" as const),
    proposal: fc.uuid(),
    title: text(140),
    authorName: text(100),
    supportCount: count,
    promised: fc.option(fc.constant("2026-11-27")),
  }),
);
const begun = fc.record({ title: text(140), body: text(3000) });

const cards: Record<string, fc.Arbitrary<Card>> = {
  "a proposal": fc
    .tuple(proposal, language, withEnglish, fc.option(fc.constant("U steunt dit voorstel."), { nil: undefined }))
    .map(([given, lang, english, notice]) => proposalCard(given, { language: lang, links, withEnglish: english, notice })),
  "an answer of the municipality": fc
    .tuple(
      proposal,
      fc.record({
        outcome: fc.constantFrom<AnswerForCard["outcome"][]>("yes", "partly", "no"),
        text: text(4000),
        signedBy: text(100),
        correctedAt: fc.option(moment),
      }),
      language,
      withEnglish,
    )
    .map(([given, answer, lang, english]) => answerCard(given, answer, { language: lang, links, withEnglish: english })),
  "a poll": fc
    .tuple(poll, language, withEnglish, moment, fc.boolean())
    .map(([given, lang, english, now, inDialog]) =>
      pollCard(given, { language: lang, links, withEnglish: english, now, inDialog }),
    ),
  "a head of the log": fc
    .tuple(poll, language, withEnglish, fc.boolean())
    .map(([given, lang, english, last]) =>
      logHeadCard(given, { line: `3/57/${"9f86d081".repeat(8)}`, last }, { language: lang, links, withEnglish: english }),
    ),
  "an outcome": fc
    .tuple(poll, language, withEnglish)
    .map(([given, lang, english]) => outcomeCard(given, { language: lang, links, withEnglish: english })),
  "a meeting": fc
    .tuple(
      meeting,
      language,
      withEnglish,
      fc.option(
        fc.record({
          mine: fc.constantFrom("coming" as const, "waiting" as const, "not-coming" as const),
          placeInLine: fc.option(fc.integer({ min: 1, max: 5000 })),
        }),
        { nil: undefined },
      ),
    )
    .map(([given, lang, english, answered]) => meetingCard(given, { language: lang, links, withEnglish: english, answered })),
  "a list of meetings": fc
    .tuple(fc.array(meeting, { maxLength: 20 }), language, about, text(60))
    .map(([given, lang, of, sought]) => meetingsCard(given, { language: lang, links, about: of, sought })),
  "a list of proposals": fc
    .tuple(fc.array(proposal, { maxLength: 12 }), fc.array(proposal, { maxLength: 12 }), language, about)
    .map(([newest, mostSupported, lang, of]) => proposalsCard({ newest, mostSupported }, { language: lang, links, about: of })),
  "a list of polls": fc
    .tuple(fc.array(fc.tuple(poll, fc.boolean()), { maxLength: 20 }), language, about)
    .map(([polls, lang, of]) =>
      pollsCard(
        polls.map(([one, hasVoted]) => ({ ...one, hasVoted })),
        { language: lang, links, about: of },
      ),
    ),
  "the way to a new proposal": fc
    .tuple(kernen, language, fc.option(begun, { nil: undefined }))
    .map(([given, lang, said]) => newProposalCard(given, { language: lang, links, begun: said })),
  "the form of a proposal": fc
    .tuple(begun, kernen, language, fc.option(text(100)), fc.option(fc.constant("Schrijf een titel."), { nil: undefined }))
    .map(([said, given, lang, writer, fault]) =>
      proposalForm({ proposal: "1", kern: null, ...said, writer }, { language: lang, links, kernen: given }, fault),
    ),
  "a proposal that was handed in": language.map((lang) => handedInCard("1", { language: lang, links, kernen: [] })),
  "the form of a report": fc
    .tuple(text(2000), kernen, language, fc.option(fc.constant("https://teams.microsoft.com/l/message/1")))
    .map(([said, given, lang, link]) =>
      reportForm({ report: "1", kern: null, text: said, why: "", link }, { language: lang, links, kernen: given }),
    ),
  "the officer's tasks": fc
    .tuple(fc.array(task, { maxLength: 20 }), language)
    .map(([items, lang]) => tasksCard(items, { language: lang, links })),
  "one task": fc
    .tuple(task, text(4000), language, fc.option(fc.constant("Schrijf waarom."), { nil: undefined }))
    .map(([item, body, lang, fault]) => taskCard(item, body, { language: lang, links }, fault)),
  "a task that was done": language.map((lang) => doneCard("Dit is al gedaan.", { language: lang, links })),
  "tasks among others": language.map((lang) => tasksAloneCard({ language: lang, links })),
  "the week of a kern": fc
    .tuple(
      fc.array(proposal, { maxLength: 8 }),
      fc.array(fc.record({ proposal: fc.uuid(), title: text(140), outcome: fc.constantFrom("yes", "partly", "no") }), {
        maxLength: 8,
      }),
      fc.array(poll, { maxLength: 8 }),
      fc.array(fc.record({ poll: fc.uuid(), question: text(200), outcome: fc.record({ nl: text(600), en: text(600) }) }), {
        maxLength: 8,
      }),
      fc.array(meeting, { maxLength: 8 }),
      language,
      withEnglish,
    )
    .map(([proposals, answers, polls, closed, meetings, lang, english]) =>
      weekCard(
        {
          kern: "arkel",
          kernName: "Arkel",
          proposals,
          more: false,
          answers,
          open: polls,
          opening: polls,
          closed,
          meetings,
          contact: { name: "Ina", phone: "088 000 00 00" },
        },
        { language: lang, links, withEnglish: english },
      ),
    ),
  "what somebody is told of her own proposal": fc
    .tuple(text(140), fc.option(fc.constant("De uitleg krijgt u per mail."), { nil: undefined }), language)
    .map(([title, says, lang]) =>
      newsCard(
        {
          kernName: "'t Gat & de rest",
          heading: "Uw voorstel is geplaatst",
          about: title,
          ...(says === undefined ? {} : { says }),
          button: { label: "Bekijk uw voorstel", url: links.proposal("1") },
        },
        lang,
      ),
    ),
  "which kern": fc.tuple(kernen, language).map(([given, lang]) => whichKernCard(given, { language: lang, links })),
  help: fc
    .tuple(fc.constantFrom<Opening[]>("help", "greeting", "unknown", "welcome"), language, about, contact)
    .map(([opening, lang, of, whom]) => helpCard(opening, { language: lang, links, ...of, contact: whom })),
  "a text that was not understood": fc
    .tuple(begun, language)
    .map(([said, lang]) =>
      helpCard("unknown", { language: lang, links, kern: "arkel", name: "Arkel", contact: null, begun: said }),
    ),
  "how to join": fc
    .tuple(language, about, contact)
    .map(([lang, of, whom]) => joinCard({ language: lang, links, ...of, contact: whom })),
  "a notice": fc
    .tuple(language, fc.boolean())
    .map(([lang, further]) =>
      noticeCard(
        words[lang].wentWrong,
        lang,
        further ? { title: words[lang].readProposal, url: links.proposal("1") } : undefined,
      ),
    ),
};

/** Every element and action of a card, however deep. */
function parts(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(parts);
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(parts)];
}

describe.each(Object.entries(cards))("the card of %s", (_name, arbitrary) => {
  test("wraps every line, fits in 25 KB, says what it is without being shown, and goes through JSON unharmed", () => {
    fc.assert(
      fc.property(arbitrary, (card) => {
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
        expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(25 * 1024);
        expect(card.fallbackText?.trim()).toBeTruthy();
        expect(card.version).toBe("1.5");
        for (const part of parts(card)) {
          if (part.type === "TextBlock") expect(part).toMatchObject({ wrap: true, text: expect.stringMatching(/\S/) });
          if (part.type === "TextRun") expect(part.text).toMatch(/\S/);
          if (part.type === "Image") expect(part.url).toMatch(/^https:/);
          if (String(part.type).startsWith("Action.")) expect(Array.from(String(part.title)).length).toBeLessThanOrEqual(140);
          expect(["ColumnSet", "Table"]).not.toContain(part.type);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const checker = `${process.cwd()}/../shared/contracts/check-cards.mjs`;
(existsSync(checker) ? describe : describe.skip)(
  "Microsoft's schema and the rules of Teams (shared/contracts/check-cards.mjs)",
  () => {
    test.each(Object.entries(cards))("hold for the card of %s", async (_name, arbitrary) => {
      const { checkCard } = (await import(pathToFileURL(checker).href)) as { checkCard(card: unknown): unknown[] };
      fc.assert(
        fc.property(arbitrary, (card) => {
          expect(checkCard(card)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    });
  },
);

test("what residents write is never read as Markdown or as a mention", () => {
  const written = "[klik](https://boef.example) <at>Iedereen</at> **vet**";
  const card = proposalCard(
    {
      proposal: "1",
      kern: "arkel",
      kernName: "Arkel",
      title: written,
      excerpt: written,
      state: "published",
      treatment: "none",
      outcome: null,
      supportCount: 0,
      commentCount: 0,
      photo: { url: "https://foto.voorbeeld.example/1.jpg", alt: written },
    },
    { language: "nl", links },
  );
  const markdown = parts(card).filter(({ type }) => type === "TextBlock");
  expect(JSON.stringify(markdown)).not.toContain("boef");
  expect(JSON.stringify(card)).not.toMatch(/<at>/);
});

test("the button of support carries the proposal, and opens the page in clients that cannot press", () => {
  const given = fc.sample(proposal, { numRuns: 1, seed: 1 })[0] as ProposalForCard;
  const taken = { ...given, state: "published", treatment: "in-treatment", outcome: null } as const;
  const card = proposalCard(taken, { language: "nl", links });
  expect(buttonsOf(card)[1]).toMatchObject({
    type: "Action.Execute",
    title: "Ik steun dit",
    verb: "support",
    data: { proposal: given.proposal },
    fallback: { type: "Action.OpenUrl", url: `https://kernplein.voorbeeld.example/molenlanden/voorstel/${given.proposal}` },
  });
  expect(buttonsOf(proposalCard({ ...given, state: "withdrawn" }, { language: "nl", links }))).toHaveLength(1);
  const answered = proposalCard(
    { ...given, state: "published", treatment: "answered", outcome: "no" },
    { language: "nl", links },
  );
  expect(buttonsOf(answered)).toHaveLength(1);
  expect(JSON.stringify(answered)).toContain("We doen het niet");
});

test("counts are said in words that fit: none, one, more", () => {
  expect([0, 1, 38].map(words.nl.support)).toEqual(["Nog niemand steunt dit", "1 persoon steunt dit", "38 mensen steunen dit"]);
  expect([0, 1, 20].map(words.en.comments)).toEqual(["no comments yet", "1 comment", "20 comments"]);
});

const evening: MeetingForCard = {
  meeting: "3f2b8c1e-6a4d-4f7b-9c2e-1d5a7b9e0f31",
  kern: "arkel",
  kernName: "Arkel",
  title: "Avond over de steiger",
  excerpt: "",
  startsAt: new Date("2026-12-03T19:00:00Z"),
  endsAt: new Date("2026-12-03T21:00:00Z"),
  hall: "Dorpshuis",
  address: "Voorbeeldplein 1",
  hasOnline: false,
  state: "planned",
  begun: false,
  cancelReason: null,
  capacity: 20,
  coming: 12,
  waiting: 0,
  hasMinutes: false,
};
const titlesOf = (card: Card) => buttonsOf(card).map(({ title }) => title);

test("a meeting says when, where and how many come, and is answered in the card", () => {
  const card = meetingCard(evening, { language: "nl", links });
  const said = JSON.stringify(card);
  expect(said).toContain("Donderdag 3 december 2026 van 20:00 tot 22:00 uur");
  expect(said).toContain("Dorpshuis, Voorbeeldplein 1");
  expect(said).toContain("12 mensen komen · nog 8 plaatsen");
  const page = `https://kernplein.voorbeeld.example/molenlanden/bijeenkomst/${evening.meeting}`;
  const press = (title: string, answer: string) => ({
    type: "Action.Execute",
    title,
    verb: "answer-meeting",
    data: { meeting: evening.meeting, answer },
    fallback: { type: "Action.OpenUrl", url: page },
  });
  expect(buttonsOf(card)).toMatchObject([
    press("Ik kom", "coming"),
    press("Ik kom niet", "not-coming"),
    { type: "Action.OpenUrl", title: "Bekijken", url: page },
  ]);
});

test("a full meeting offers the waiting list, one that is off says so before its title, one that is over asks nothing", () => {
  const options = { language: "nl", links } as const;
  expect(titlesOf(meetingCard({ ...evening, coming: 20 }, options))[0]).toBe("Zet mij op de wachtlijst");
  expect(titlesOf(meetingCard({ ...evening, coming: 19, waiting: 2 }, options))[0]).toBe("Zet mij op de wachtlijst");
  const off = meetingCard({ ...evening, state: "cancelled", cancelReason: "De zaal staat blank." }, options);
  const said = JSON.stringify(off.body);
  expect(said.indexOf("Deze bijeenkomst gaat niet door.")).toBeLessThan(said.indexOf(evening.title));
  expect(said).toContain("De zaal staat blank.");
  expect(said).not.toContain("mensen komen");
  expect(titlesOf(off)).toEqual(["Bekijken"]);
  const begun = meetingCard({ ...evening, begun: true }, options);
  expect(titlesOf(begun)).toEqual(["Bekijken"]);
  expect(JSON.stringify(begun)).not.toContain("nog 8 plaatsen");
  expect(titlesOf(meetingCard({ ...evening, state: "held", hasMinutes: true }, options))).toEqual(["Lees het verslag"]);
});

test("who answered is told so, and can still answer the other thing", () => {
  const answered = (mine: "coming" | "waiting" | "not-coming", placeInLine: number | null = null) =>
    meetingCard({ ...evening, capacity: null }, { language: "nl", links, answered: { mine, placeInLine } });
  expect(JSON.stringify(answered("coming"))).toContain("✓ U komt.");
  expect(titlesOf(answered("coming"))).toEqual(["Ik kom niet", "Bekijken"]);
  expect(JSON.stringify(answered("waiting", 3))).toContain("op plaats 3");
  expect(titlesOf(answered("not-coming"))).toEqual(["Ik kom", "Bekijken"]);
});
