/** Message extensions: searches, dialogs and links, as Teams sends them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { cancelMeeting } from "../../../src/meetings/index.ts";
import { withdrawProposal } from "../../../src/proposals/index.ts";
import { planPoll } from "../../../src/voting/index.ts";
import { aMeeting, begins } from "../../meetings/given.ts";
import { aDraft, aPublishedProposal, aSubmittedProposal, text } from "../../proposals/given.ts";
import { aMunicipality, aPerson } from "../../support/database.ts";
import { aStage, buttonsOf, type Known, municipality, partsOf, pressesOf, publicUrl, type Said, type Stage } from "./stage.ts";

let stage: Stage;
let author: Known;
let officer: Known;
let proposal: string;

beforeAll(async () => {
  stage = await aStage();
  author = await stage.known("schrijver", { name: "Geheime Schrijver" });
  officer = await stage.known("kcf", { name: "Officier", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  await stage.known("buur", { name: "Buurvrouw" });
  proposal = await aPublishedProposal(stage.database, author, officer, { title: "Steiger terug aan de Merwede" });
});
afterAll(() => stage.database.close());
beforeEach(() => {
  stage.logged.length = 0;
  stage.facts.length = 0;
});

interface Listed {
  content: unknown;
  preview: { content: { title: string; text: string } };
}
interface Extension {
  composeExtension?: { type: string; text?: string; attachments?: Listed[] };
  task?: { type: string; value: { card?: { content: unknown } } | string };
}

async function search(
  words: string,
  { skip = 0, count = 25, command = "zoekVoorstel", ...said }: Said & { skip?: number; count?: number; command?: string } = {},
) {
  const parameters = words === "" ? [{ name: "initialRun", value: "true" }] : [{ name: "woorden", value: words }];
  const value = { commandId: command, parameters, queryOptions: { skip, count } };
  const { status, body } = await stage.invoke("composeExtension/query", value, { as: "buur", ...said });
  expect(status).toBe(200);
  return (body as Extension).composeExtension ?? { type: "" };
}
const titles = ({ attachments = [] }: { attachments?: Listed[] }) => attachments.map(({ preview }) => preview.content.title);

async function dialog(commandId: string, messagePayload?: unknown, said: Said = {}) {
  const { body } = await stage.invoke(
    "composeExtension/fetchTask",
    { commandId, commandContext: "compose", messagePayload },
    { as: "buur", ...said },
  );
  return cardIn(body);
}
async function pressIn(verb: string, data: object, said: Said = {}) {
  const value = { commandId: "nieuwVoorstel", commandContext: "compose", data: { ...data, verb } };
  return cardIn((await stage.invoke("composeExtension/submitAction", value, { as: "buur", ...said })).body);
}
function cardIn(body: unknown): unknown {
  const { task } = body as Extension;
  expect(task).toMatchObject({ type: "continue", value: { card: { contentType: "application/vnd.microsoft.card.adaptive" } } });
  const card = typeof task?.value === "object" ? task.value.card?.content : undefined;
  // A dialog knows no Execute, and nothing in it brings itself up to date.
  expect(JSON.stringify(card)).not.toMatch(/Action\.Execute|"refresh"/);
  return card;
}
const textOf = (value: unknown) => JSON.stringify(value);
const inputsOf = (card: unknown) =>
  Object.fromEntries(partsOf(card).flatMap(({ id, value }) => (typeof id === "string" ? [[id, value]] : [])));

describe("searching", () => {
  test("shows the newest before anything is typed, and finds by words while typing, with a card to put in", async () => {
    stage.database.clock.now = new Date(stage.database.clock.now.getTime() + 60_000);
    await aPublishedProposal(stage.database, author, officer, {
      title: "Bankje bij de <molen>",
      body: `${text} Zitten is fijn.`,
    });
    const newest = await search("");
    expect(newest.type).toBe("result");
    expect(titles(newest)).toEqual(["Bankje bij de &lt;molen&gt;", "Steiger terug aan de Merwede"]);
    const found = await search("Merwe");
    expect(titles(found)).toEqual(["Steiger terug aan de Merwede"]);
    expect(found.attachments?.[0]?.preview.content.text).toBe("Arkel · Nog niemand steunt dit");
    expect(textOf(found.attachments?.[0]?.content)).toContain(`${publicUrl}/molenlanden/voorstel/${proposal}`);
    expect(pressesOf(found.attachments?.[0]?.content)).toEqual([{ verb: "support", data: { proposal } }]);
    expect(textOf(found)).not.toContain("Geheime Schrijver");
  });

  test("from a conversation the bot is not in, leaves no place to speak at", async () => {
    await stage.known("elders");
    await search("", { as: "elders" });
    await stage.press("proposals", {}, { as: "elders" });
    const places = () =>
      stage.database.connections.inMunicipality(municipality, (tx) => tx.selectFrom("conversation_place").selectAll().execute());
    expect((await places()).filter(({ conversation_id }) => conversation_id === "a:elders")).toEqual([]);
    await stage.say("hallo", { as: "elders" });
    expect((await places()).filter(({ conversation_id }) => conversation_id === "a:elders")).toHaveLength(1);
  });

  test("goes on page by page, and ends", async () => {
    expect(titles(await search("", { skip: 1, count: 1 }))).toEqual(["Steiger terug aan de Merwede"]);
    expect(await search("", { skip: 2 })).toMatchObject({ type: "result", attachments: [] });
    expect(await search("", { skip: 5000 })).toMatchObject({ type: "result", attachments: [] });
  });

  test("says in words that nothing was found, and to whom nothing is shown", async () => {
    expect(await search("onvindbaar")).toEqual({ type: "message", text: "Er is niets gevonden over “onvindbaar”." });
    const stranger = await search("", { as: "vreemde" });
    expect(stranger).toMatchObject({ type: "message", text: expect.stringContaining("U doet nog niet mee in molenlanden") });
    expect(stranger.text).toContain(`${publicUrl}/meedoen`);
    expect(await search("", { as: "vreemde", locale: "en-GB" })).toMatchObject({
      text: expect.stringContaining("You do not take part"),
    });
  });

  test("shows nothing of a kern that is not the asker's, nor what is not published", async () => {
    await stage.known("ander", { kernen: ["hoornaar"] });
    await aSubmittedProposal(stage.database, author, { title: "Nog niet geplaatst" });
    expect(await search("", { as: "ander" })).toMatchObject({ type: "message" });
    expect(titles(await search("geplaatst"))).toEqual([]);
  });

  test("finds polls by their question, open ones first; a planned one not yet", async () => {
    const soon = stage.database.clock.now.getTime() + 12 * 3_600_000;
    const plan = (question: string, opensAt: Date) =>
      stage.database.perform(planPoll, officer, {
        kern: "arkel",
        question,
        form: { kind: "for-against-abstain" },
        opensAt: opensAt.toISOString(),
        closesAt: new Date(soon).toISOString(),
      });
    await plan("Komt de steiger er?", stage.database.clock.now);
    await plan("Komt er later iets?", new Date(soon - 3_600_000));
    expect(titles(await search("", { command: "zoekStemming" }))).toEqual(["Komt de steiger er?"]);
    const found = await search("stéiger", { command: "zoekStemming" });
    expect(titles(found)).toEqual(["Komt de steiger er?"]);
    expect(textOf(found)).toContain("stemming, laatste dag");
    expect(await search("brug", { command: "zoekStemming" })).toMatchObject({ type: "message" });
  });
});

describe("meetings", () => {
  const carried = (meeting: string, answer: string) => ({ verb: "answer-meeting", data: { meeting, answer } });

  test("are found by words while typing, soonest first, and put in as a card that is answered", async () => {
    const meeting = await aMeeting(stage.database, officer, { title: "Avond over de steiger" });
    const later = new Date("2026-12-10T18:30:00Z").toISOString();
    await aMeeting(stage.database, officer, { title: "Koffie in de Spil", startsAt: later });
    expect(titles(await search("", { command: "zoekBijeenkomst" }))).toEqual(["Avond over de steiger", "Koffie in de Spil"]);
    const found = await search("steig", { command: "zoekBijeenkomst" });
    expect(titles(found)).toEqual(["Avond over de steiger"]);
    expect(found.attachments?.[0]?.preview.content.text).toBe("Arkel · donderdag 3 december 2026 om 19:30 · Nog niemand komt");
    expect(pressesOf(found.attachments?.[0]?.content)).toEqual([carried(meeting, "coming"), carried(meeting, "not-coming")]);
    expect(titles(await search("", { command: "zoekBijeenkomst", skip: 1, count: 1 }))).toEqual(["Koffie in de Spil"]);
    await stage.known("uithoornaar", { kernen: ["hoornaar"] });
    expect(await search("", { command: "zoekBijeenkomst", as: "uithoornaar" })).toMatchObject({ type: "message" });
  });

  test("are answered in the card, for the presser alone; pressed twice is once", async () => {
    const meeting = await aMeeting(stage.database, officer, { title: "Avond met een plaats", capacity: 1 });
    await stage.known("tweede");
    for (const _ of [1, 2]) {
      const card = await stage.press("answer-meeting", { meeting, answer: "coming" }, { as: "buur", alone: false });
      expect(textOf(card)).toContain("✓ U komt. Tot dan!");
      expect(textOf(card)).toContain("1 persoon komt · vol");
      expect(pressesOf(card)).toEqual([carried(meeting, "not-coming")]);
    }
    const waits = await stage.press("answer-meeting", { meeting, answer: "coming" }, { as: "tweede", alone: false });
    expect(textOf(waits)).toContain("U staat op de wachtlijst, op plaats 1.");
    const stays = await stage.press("answer-meeting", { meeting, answer: "not-coming" }, { as: "buur", locale: "en-GB" });
    expect(textOf(stays)).toMatch(/You do not come|U komt niet/);
    const freed = await stage.press("answer-meeting", { meeting, answer: "coming" }, { as: "tweede" });
    expect(textOf(freed)).toContain("✓ U komt.");
  });

  test("of another kern, cancelled, begun or unknown are not answered, and why is said", async () => {
    const meeting = await aMeeting(stage.database, officer, { title: "Avond die niet doorgaat" });
    await stage.known("vaneenander", { kernen: ["hoornaar"] });
    const answer = (id: string, as: string) => stage.press("answer-meeting", { meeting: id, answer: "coming" }, { as });
    expect(textOf(await answer(meeting, "vaneenander"))).not.toContain("U komt");
    expect(textOf(await answer(meeting, "vreemde"))).toContain("U doet nog niet mee");
    await stage.database.perform(cancelMeeting, officer, { meeting, reason: "De zaal staat blank." });
    const off = await answer(meeting, "buur");
    expect(textOf(off)).toContain("De zaal staat blank.");
    expect(pressesOf(off)).toEqual([]);
    const early = stage.database.clock.now;
    const begun = await aMeeting(stage.database, officer, { title: "Avond die al begonnen is" });
    stage.database.clock.now = begins;
    const late = await answer(begun, "buur");
    stage.database.clock.now = early;
    expect(textOf(late)).toContain("Aanmelden kan niet meer.");
    expect(pressesOf(late)).toEqual([]);
    expect(textOf(await answer(randomUUID(), "buur"))).toContain("Deze bijeenkomst staat niet meer op het kernplein.");
  });

  test("typed about lead to the card of the one that is meant, and never answer for somebody", async () => {
    const meeting = await aMeeting(stage.database, officer, { title: "Praten over de rotonde", capacity: 30 });
    const card = await stage.say("ik kom naar de avond over de rotonde", { as: "buur" });
    expect(pressesOf(card)).toEqual([carried(meeting, "coming"), carried(meeting, "not-coming")]);
    expect(textOf(card)).toContain("Nog niemand komt · nog 30 plaatsen");
    expect(textOf(await stage.say("ik kom naar de avond", { as: "buur" }))).toContain("Bijeenkomsten in Arkel");
    const listed = textOf(await stage.say("agenda", { as: "buur" }));
    expect(listed).toContain("Praten over de rotonde");
    expect(listed).toContain("Deze bijeenkomst gaat niet door.");
    expect(textOf(await stage.say("meetings", { as: "buur" }))).toContain("Meetings in Arkel");
  });

  test("are unfolded from a link, without what is for who takes part", async () => {
    const online = "https://vergaderen.voorbeeld.example/geheim";
    const meeting = await aMeeting(stage.database, officer, { title: "Avond van de link", online });
    const link = async (as: string) => {
      const { body } = await stage.invoke(
        "composeExtension/queryLink",
        { url: `${publicUrl}/molenlanden/bijeenkomst/${meeting}` },
        { as },
      );
      return textOf(body);
    };
    expect(await link("buur")).toContain("Avond van de link");
    expect(await link("buur")).not.toContain("geheim");
    expect(await link("vreemde")).toContain("Meld u aan om dit te lezen.");
    expect(await link("vreemde")).not.toContain("Avond van de link");
  });

  test("of the coming week stand in the overview of the kern", async () => {
    const soon = new Date(stage.database.clock.now.getTime() + 3 * 86_400_000).toISOString();
    await aMeeting(stage.database, officer, { title: "Avond van deze week", startsAt: soon });
    const week = textOf(await stage.say("mijn kern", { as: "buur" }));
    expect(week).toContain("Avond van deze week");
    expect(week).not.toContain("Koffie in de Spil");
  });
});

describe("a new proposal in a dialog", () => {
  test("goes the way of the page: handed in, waiting for the officer, whatever is pressed twice", async () => {
    const form = await dialog("nieuwVoorstel");
    const [handIn] = pressesOf(form);
    expect(handIn?.verb).toBe("submit-proposal");
    const filled = { ...handIn?.data, kern: "arkel", title: "Lantaarn bij de sluis", body: text };
    for (const _ of [1, 2]) {
      const done = await pressIn("submit-proposal", filled);
      expect(textOf(done)).toContain("Uw voorstel is ingediend.");
      expect(textOf(done)).toContain(`/molenlanden/voorstel/${handIn?.data.proposal}`);
    }
    expect(stage.facts.map(({ fact }) => fact)).toEqual(["proposal-submitted"]);
  });

  test("comes back with what was written when something lacks", async () => {
    const [handIn] = pressesOf(await dialog("nieuwVoorstel"));
    const again = await pressIn("submit-proposal", { ...handIn?.data, kern: "arkel", title: "Ja", body: "Te kort" });
    expect(textOf(again)).toContain("Schrijf een titel van minstens drie letters.");
    expect(textOf(again)).toContain("minstens twintig letters");
    expect(inputsOf(again)).toMatchObject({ kern: "arkel", title: "Ja", body: "Te kort" });
    expect(pressesOf(again)[0]?.data).toEqual(handIn?.data);
  });

  test("is refused for a kern where she takes no part, and for a stranger", async () => {
    const data = { proposal: randomUUID(), kern: "hoornaar", title: "Lantaarn", body: text };
    expect(textOf(await pressIn("submit-proposal", data))).toContain("U doet nog niet mee in deze kern.");
    expect(textOf(await dialog("nieuwVoorstel", undefined, { as: "vreemde" }))).toContain("U doet nog niet mee in molenlanden");
  });
});

const message = {
  id: "1",
  linkToMessage: "https://teams.microsoft.com/l/message/19:x@thread.tacv2/1",
  from: { user: { id: "8f1c3c7e-2f7b-4c3e-9d5a-0a1b2c3d4e5f", displayName: "Piet Voorbeeld" } },
  body: {
    contentType: "html",
    content:
      '<p>De dijk is te smal. <at id="0">Jan Jansen</at> vindt dat ook.</p><p>Kan er een fietspad &amp; verlichting komen?</p>',
  },
};

describe("a message that becomes a proposal", () => {
  test("brings its text, never the name of its writer or of who is mentioned", async () => {
    const form = await dialog("maakVoorstel", message);
    expect(inputsOf(form)).toMatchObject({
      title: "De dijk is te smal",
      body: "De dijk is te smal. […] vindt dat ook.\nKan er een fietspad & verlichting komen?",
      named: "false",
    });
    expect(textOf(form)).not.toContain("Jan Jansen");
    const [handIn] = pressesOf(form);
    const filled = { ...handIn?.data, ...inputsOf(form) };
    await pressIn("submit-proposal", filled);
    const { body } = await bodyOf(String(handIn?.data.proposal));
    expect(body).not.toContain("Piet");
  });

  test("names the writer only when that was ticked; her own message asks nothing", async () => {
    const form = await dialog("maakVoorstel", message);
    const [handIn] = pressesOf(form);
    await pressIn("submit-proposal", { ...handIn?.data, ...inputsOf(form), named: "true" });
    expect((await bodyOf(String(handIn?.data.proposal))).body).toContain("Naar een bericht van Piet Voorbeeld.");
    const from = (stage.activity("", { as: "buur" }).from as { aadObjectId: string }).aadObjectId;
    const own = await dialog("maakVoorstel", {
      ...message,
      from: { user: { id: from.toUpperCase(), displayName: "Buurvrouw" } },
    });
    expect(inputsOf(own)).not.toHaveProperty("named");
  });

  async function bodyOf(id: string) {
    return stage.database.connections.inMunicipality(municipality, (tx) =>
      tx.selectFrom("proposal").select("body").where("proposal_id", "=", id).executeTakeFirstOrThrow(),
    );
  }
});

describe("a message for the officer", () => {
  test("reaches her with its text and place, without who wrote or reported it", async () => {
    const form = await dialog("meldBericht", message);
    const [send] = pressesOf(form);
    const done = await pressIn("send-report", { ...send?.data, ...inputsOf(form), why: "Dit klopt niet." });
    expect(textOf(done)).toContain("De kerncontactfunctionaris krijgt een mail");
    expect(stage.facts).toEqual([
      {
        fact: "message-reported",
        report: send?.data.report,
        kern: "arkel",
        text: expect.stringContaining("De dijk is te smal."),
        why: "Dit klopt niet.",
        link: message.linkToMessage,
      },
    ]);
    expect(textOf(stage.facts)).not.toMatch(/Piet|Buurvrouw/);
  });

  test("is asked for when there is none, and not sent empty", async () => {
    const form = await dialog("melding");
    const [send] = pressesOf(form);
    expect(textOf(await pressIn("send-report", { ...send?.data, kern: "arkel", text: " " }))).toContain(
      "Schrijf of plak het bericht hier.",
    );
    expect(stage.facts).toEqual([]);
    const elsewhere = { ...message, linkToMessage: "https://boef.example/1" };
    expect(textOf(await dialog("meldBericht", elsewhere))).not.toContain("boef.example");
  });
});

describe("the officer's tasks", () => {
  test("are shown to her alone; in the channel only after a press", async () => {
    await aSubmittedProposal(stage.database, author, { title: "Drempel in de Dorpsstraat" });
    const together = await stage.say("mijn taken", { as: "kcf", alone: false });
    expect(textOf(together)).not.toContain("Drempel");
    expect(pressesOf(together)).toEqual([{ verb: "tasks", data: {} }]);
    expect(textOf(await stage.press("tasks", {}, { as: "kcf", alone: false }))).toContain("Drempel in de Dorpsstraat");
    expect(textOf(await stage.say("mijn taken", { as: "buur" }))).toContain("alleen voor de kerncontactfunctionaris");
    expect(textOf(await dialog("mijnTaken", undefined, { as: "vreemde" }))).toContain("U doet nog niet mee");
  });

  test("a proposal is published in the card, once; a colleague's card brings itself up to date", async () => {
    const waiting = await aSubmittedProposal(stage.database, author, { title: "Vlaggen op de brug" });
    const card = await stage.press("task", { task: "proposal", id: waiting }, { as: "kcf" });
    expect(textOf(card)).toContain(text);
    expect(textOf(card)).not.toContain("Geheime Schrijver");
    expect(card.refresh).toMatchObject({ action: { verb: "task", data: { task: "proposal", id: waiting } } });
    expect(textOf(await stage.press("publish", { proposal: waiting }, { as: "buur" }))).toContain("Dit bestaat niet");
    expect(textOf(await stage.press("publish", { proposal: waiting }, { as: "kcf" }))).toContain("Geplaatst.");
    expect(textOf(await stage.press("publish", { proposal: waiting }, { as: "kcf" }))).toContain("Dit is al gedaan.");
    expect(textOf(await stage.press("task", { task: "proposal", id: waiting }, { as: "kcf" }))).toContain("Dit is al gedaan.");
    expect(stage.facts.map(({ fact }) => fact)).toEqual(["proposal-submitted", "proposal-published"]);
  });

  test("giving back and turning down need a reason, which the other person gets", async () => {
    const waiting = await aSubmittedProposal(stage.database, author, { title: "Meer bomen" });
    expect(textOf(await stage.press("return", { proposal: waiting }, { as: "kcf" }))).toContain(
      "Schrijf in een of twee zinnen waarom.",
    );
    await stage.press("return", { proposal: waiting, reason: "Waar precies?" }, { as: "kcf" });
    const joinRequest = await stage.aJoinRequest("Nieuwe Buur");
    expect(textOf(await stage.press("task", { task: "join-request", id: joinRequest }, { as: "kcf" }))).toContain(
      "Nieuwe Buur wil meedoen in Arkel.",
    );
    expect(textOf(await stage.press("turn-down", { joinRequest }, { as: "kcf" }))).toContain(
      "Schrijf in een of twee zinnen waarom.",
    );
    expect(textOf(await stage.press("turn-down", { joinRequest, reason: "Woont elders." }, { as: "kcf" }))).toContain(
      "Geweigerd.",
    );
    expect(stage.facts).toContainEqual(expect.objectContaining({ fact: "proposal-returned", reason: "Waar precies?" }));
    expect(stage.facts).toContainEqual(expect.objectContaining({ fact: "join-request-refused", reason: "Woont elders." }));
    const other = await stage.aJoinRequest();
    expect(textOf(await stage.press("accept", { joinRequest: other }, { as: "kcf" }))).toContain("Toegelaten.");
    expect(textOf(await stage.press("accept", { joinRequest: other }, { as: "kcf" }))).toContain("Dit is al gedaan.");
  });
});

describe("the week of a kern", () => {
  test("tells what is new, for who takes part in one at once, else by choice", async () => {
    const card = await stage.say("mijn kern", { as: "buur" });
    expect(textOf(card)).toContain("Deze week in Arkel");
    expect(textOf(card)).toContain("Steiger terug aan de Merwede");
    await stage.known("tweedorpen", { kernen: ["arkel", "hoornaar"] });
    const choice = await stage.say("mijn dorp", { as: "tweedorpen" });
    expect(pressesOf(choice)).toEqual([
      { verb: "my-kern", data: { kern: "arkel" } },
      { verb: "my-kern", data: { kern: "hoornaar" } },
    ]);
    expect(textOf(await stage.press("my-kern", { kern: "hoornaar" }, { as: "tweedorpen" }))).toContain(
      "Geen nieuwe voorstellen deze week.",
    );
    expect(textOf(await stage.press("my-kern", { kern: "nergens" }, { as: "buur" }))).toContain("Dit bestaat niet");
  });
});

describe("a text with something to say in it", () => {
  test("leads to the form with that text, in the fragment of the address", async () => {
    const card = await stage.say("ik wil een voorstel doen over de dijk", { as: "buur" });
    expect(buttonsOf(card)[0]).toMatchObject({ url: `${publicUrl}/molenlanden/arkel/voorstellen/nieuw#titel=De+dijk` });
    const long = "Gisteren liep ik over de dijk en daar was het zo donker dat ik haast niets zag. Kan dat niet anders, buren?";
    const unknown = await stage.say(long, { as: "buur" });
    expect(textOf(unknown)).toContain("Dat begrijp ik niet.");
    const url = buttonsOf(unknown)
      .map((action) => ("url" in action ? String(action.url) : ""))
      .find((one) => one.includes("#"));
    expect(new URLSearchParams(new URL(url ?? "").hash.slice(1)).get("tekst")).toBe(long);
  });

  test("supporting shows first what the support goes to", async () => {
    expect(pressesOf(await stage.say("ik steun de steiger", { as: "buur" }))).toEqual([{ verb: "support", data: { proposal } }]);
    expect(textOf(await stage.say("ik steun de raketbasis", { as: "buur" }))).toContain(
      "Er is niets gevonden over “de raketbasis”.",
    );
  });
});

describe("a link to one of our pages", () => {
  const link = async (url: string, said: Said & { anonymous?: boolean } = {}) => {
    const name = said.anonymous ? "composeExtension/anonymousQueryLink" : "composeExtension/queryLink";
    return (await stage.invoke(name, { url }, { as: "buur", ...said })).body as Extension;
  };
  const page = (id: string, what = "voorstel") => `${publicUrl}/molenlanden/${what}/${id}`;

  test.each(["", "/tab"])("becomes the card of the proposal (%s)", async (before) => {
    const { composeExtension } = await link(`${publicUrl}${before}/molenlanden/voorstel/${proposal}?x=1#y`);
    expect(composeExtension).toMatchObject({ type: "result" });
    expect(textOf(composeExtension)).toContain("Steiger terug aan de Merwede");
    expect(textOf(composeExtension)).not.toContain("Geheime Schrijver");
  });

  test("tells who may not see it, and whoever Teams does not name, nothing but the municipality's name", async () => {
    const draft = await aDraft(stage.database, author, { title: "Geheim concept" });
    const submitted = await aSubmittedProposal(stage.database, author, { title: "Geheim ingediend" });
    const withdrawn = await aDraft(stage.database, author, { title: "Geheim ingetrokken" });
    await stage.database.perform(withdrawProposal, author, { proposal: withdrawn });
    const answers = await Promise.all([
      link(page(proposal), { as: "vreemde" }),
      link(page(proposal), { anonymous: true }),
      link(page(randomUUID())),
      link(page(randomUUID(), "stemming")),
      // Her own, and one the officer may read: others in the conversation may not.
      link(page(draft), { as: "schrijver" }),
      link(page(submitted), { as: "kcf" }),
      link(page(withdrawn), { as: "schrijver" }),
    ]);
    for (const { composeExtension } of answers) {
      expect(textOf(composeExtension)).toContain("Kernplein molenlanden");
      expect(textOf(composeExtension)).not.toMatch(/Geheim|Steiger/);
      expect(pressesOf(composeExtension)).toEqual([]);
    }
  });

  test("is left alone when it is another's", async () => {
    await aMunicipality(stage.database, "altena", ["almkerk"]);
    await aPerson(stage.database, { kernen: ["almkerk"] }, "altena");
    for (const url of [
      `${publicUrl}/altena/voorstel/${proposal}`,
      `https://boef.example/molenlanden/voorstel/${proposal}`,
      `http://kernplein.voorbeeld.example/molenlanden/voorstel/${proposal}`,
      `${publicUrl}/molenlanden/arkel`,
      `${publicUrl}/molenlanden/voorstel/1`,
      "javascript:alert(1)",
      "",
    ])
      expect([url, await link(url)]).toEqual([url, {}]);
  });
});
