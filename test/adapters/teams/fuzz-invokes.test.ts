/**
 * Malformed and hostile invokes: no throw, no 5xx, and never a word of another municipality. FUZZ_RUNS sets how many (the suite does few;
 * FUZZ_RUNS=100000 is the long run).
 */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readActivity } from "../../../src/adapters/teams/incoming.ts";
import { extensionCommands, vocabulary } from "../../../src/adapters/teams/vocabulary.ts";
import { aMeeting } from "../../meetings/given.ts";
import { aPublishedProposal, aSubmittedProposal } from "../../proposals/given.ts";
import { aMunicipality, aPerson } from "../../support/database.ts";
import { aStage, publicUrl, type Stage } from "./stage.ts";

const runs = Number(process.env.FUZZ_RUNS ?? 1000);

let stage: Stage;
let own: string[];
let foreign: string[];

beforeAll(async () => {
  stage = await aStage();
  const author = await stage.known("schrijver");
  const officer = await stage.known("kcf", { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  await stage.known("buur");
  own = [
    await aPublishedProposal(stage.database, author, officer),
    await aSubmittedProposal(stage.database, author),
    await aMeeting(stage.database, officer),
  ];
  await aMunicipality(stage.database, "altena", ["almkerk"]);
  const there = await aPerson(stage.database, { name: "Vreemdgeheim", kernen: ["almkerk"] }, "altena");
  const keeper = await aPerson(stage.database, { kernen: [], roles: [{ role: "officer", kern: "almkerk" }] }, "altena");
  const wish = { kern: "almkerk", title: "Vreemdgeheim plan", body: "Vreemdgeheim staat hier en dat leest niemand elders." };
  foreign = [
    await aPublishedProposal(stage.database, there, keeper, wish),
    await aMeeting(stage.database, keeper, { kern: "almkerk", title: "Vreemdgeheim avond", hall: "Vreemdgeheim huis" }),
  ];
});
afterAll(() => stage.database.close());

const names = [
  "adaptiveCard/action",
  "composeExtension/query",
  "composeExtension/queryLink",
  "composeExtension/anonymousQueryLink",
  "composeExtension/fetchTask",
  "composeExtension/submitAction",
  "composeExtension/selectItem",
  "task/fetch",
  "task/submit",
];
const verbs = ["vote", ...new Set(vocabulary.flatMap(({ verb, through = [] }) => [verb, ...through]))];

const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.anything({ maxDepth: 2 }),
  fc.constant("\u0000'; drop table person; --"),
);
const id = fc.oneof(
  fc.nat({ max: 2 }).map((index) => own[index] ?? ""),
  fc.nat({ max: 1 }).map((index) => foreign[index] ?? ""),
  fc.uuid(),
  junk,
);
const kern = fc.oneof(fc.constantFrom("arkel", "almkerk", "hoornaar"), junk);
const data = fc.record(
  {
    verb: fc.oneof(fc.constantFrom(...verbs), junk),
    proposal: id,
    poll: id,
    meeting: id,
    answer: fc.oneof(fc.constantFrom("coming", "not-coming"), junk),
    joinRequest: id,
    report: id,
    task: fc.constantFrom("proposal", "join-request"),
    id,
    kern,
    title: junk,
    body: junk,
    text: junk,
    why: junk,
    link: junk,
    reason: junk,
    writer: junk,
    named: junk,
  },
  { requiredKeys: [] },
);
const payload = fc.oneof(
  junk,
  fc.record(
    {
      body: fc.oneof(
        junk,
        fc.record({
          content: fc.oneof(junk, fc.constantFrom("<at>".repeat(500), "<p>&#x110000;&#0;&bogus;</p>", "<".repeat(9000))),
        }),
      ),
      from: fc.oneof(junk, fc.record({ user: fc.oneof(junk, fc.record({ id: junk, displayName: junk })) })),
      linkToMessage: junk,
    },
    { requiredKeys: [] },
  ),
);
const url = fc.oneof(
  junk,
  fc
    .tuple(
      fc.constantFrom("molenlanden", "altena", "%2e%2e", "MOLENLANDEN"),
      fc.constantFrom("voorstel", "stemming", "bijeenkomst", "ik"),
      id,
    )
    .map(([municipality, what, one]) => {
      return `${publicUrl}/${municipality}/${what}/${String(one)}`;
    }),
);
const value = fc.oneof(
  junk,
  fc.record(
    {
      action: fc.oneof(junk, fc.record({ verb: fc.oneof(fc.constantFrom(...verbs), junk), data: fc.oneof(data, junk) })),
      commandId: fc.oneof(fc.constantFrom(...Object.keys(extensionCommands)), junk),
      parameters: fc.oneof(
        junk,
        fc.array(fc.record({ name: fc.constantFrom("initialRun", "woorden", "x"), value: junk }), { maxLength: 3 }),
      ),
      queryOptions: fc.oneof(junk, fc.record({ skip: fc.oneof(fc.integer(), junk), count: fc.oneof(fc.integer(), junk) })),
      messagePayload: payload,
      data: fc.oneof(data, junk),
      url,
    },
    { requiredKeys: [] },
  ),
);

test(
  `${runs} invokes are each answered, and none tells of another municipality`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        value,
        fc.constantFrom("buur", "kcf", "vreemde", "schrijver"),
        fc.boolean(),
        async (name, given, as, alone) => {
          const activity = stage.activity("", { as, alone, more: { type: "invoke", name, value: given } });
          const incoming = readActivity(activity);
          if (incoming === null || incoming === "elsewhere") throw new Error("this is an activity");
          const { messages, invoke } = await stage.turn(activity);
          expect(messages).toEqual([]);
          expect(invoke?.status).toBe(200);
          expect(JSON.stringify(invoke?.body)).not.toMatch(/vreemdgeheim|altena\/|Almkerk/i);
          // What breaks is told kindly too, so the log is what shows it.
          expect(stage.logged).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  },
  Math.max(30_000, runs * 100),
);
