/** Whatever the door, behind it is the same action: the list of src/adapters/teams/vocabulary.ts beside everything that bears a name of it. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readCommand } from "../../../src/adapters/teams/commands.ts";
import { buildManifest } from "../../../src/adapters/teams/manifest.ts";
import { extensionCommands, type Verb, vocabulary } from "../../../src/adapters/teams/vocabulary.ts";
import { webActions } from "../../../src/wiring/actions.ts";
import { botActions } from "../../../src/wiring/bot.ts";
import { aMeeting } from "../../meetings/given.ts";
import { aPublishedProposal, aSubmittedProposal, text } from "../../proposals/given.ts";
import { aStage, type Known, pressesOf, type Stage } from "./stage.ts";

let stage: Stage;
let author: Known;
let officer: Known;

beforeAll(async () => {
  stage = await aStage();
  author = await stage.known("schrijver");
  officer = await stage.known("kcf", { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  await stage.known("buur");
});
afterAll(() => stage.database.close());
beforeEach(() => {
  stage.performed.length = 0;
});

/** Of what is found by a word that only it bears. */
const saying: Partial<Record<Verb, (find: string) => string>> = {
  support: (find) => `steun ${find}`,
  "answer-meeting": (find) => `ik kom naar ${find}`,
};

const namesOf = (actions: readonly (keyof typeof botActions)[]) => actions.map((action) => botActions[action].name);
const words = vocabulary.map((word) => [word.verb, word] as const);

describe.each(words)("%s", (verb, word) => {
  test("is typed in Dutch and in English", () => {
    expect(readCommand(word.typed.nl)).toMatchObject({ kind: word.typed.kind, language: "nl" });
    expect(readCommand(word.typed.en)).toMatchObject({ kind: word.typed.kind, language: "en" });
  });

  test("is done by the actions that the pages use too", () => {
    const web = webActions({} as Parameters<typeof webActions>[0]) as unknown as Record<string, unknown>;
    for (const action of word.actions) expect([action, web[action]]).toEqual([action, botActions[action]]);
  });

  test("has a page", async () => {
    if (word.screen === null) return;
    const pages = (await readFile("src/client/routes.tsx", "utf8")).matchAll(/\bpage\(\s*"([^"]+)"/g);
    expect([...pages].map(([, path]) => path)).toContain(word.screen);
  });

  test("is pressed on a card and in a dialog, and reaches these actions by both", async () => {
    for (const [asVerb, asDialog] of [
      [true, false],
      [false, true],
    ] as const) {
      const { as, data } = await somethingFor(verb);
      stage.performed.length = 0;
      if (asVerb) await stage.press(verb, data, { as });
      if (asDialog)
        await stage.invoke("composeExtension/submitAction", { commandId: word.commands[0], data: { ...data, verb } }, { as });
      expect(stage.performed.filter((name) => namesOf(word.actions).includes(name))).toEqual(
        expect.arrayContaining(namesOf(word.actions)),
      );
    }
  });

  test("is offered by what one types, and by each command of the message extension", async () => {
    const { as, find = "" } = await somethingFor(verb);
    const isShown = (verbs: string[]) =>
      verbs.includes(verb) || namesOf(word.actions).every((name) => stage.performed.includes(name));
    for (const typed of [word.typed.nl, word.typed.en]) {
      stage.performed.length = 0;
      const verbs = await reached(await stage.say(saying[verb]?.(find) ?? typed, { as }), as, word.through);
      expect([typed, verbs, isShown(verbs)]).toEqual([typed, verbs, true]);
    }
    for (const command of word.commands) {
      stage.performed.length = 0;
      const { body } =
        "search" in extensionCommands[command]
          ? await stage.invoke(
              "composeExtension/query",
              { commandId: command, parameters: [{ name: "initialRun", value: "true" }] },
              { as },
            )
          : await stage.invoke("composeExtension/fetchTask", { commandId: command }, { as });
      const verbs = await reached(body, as, word.through);
      expect([command, verbs, isShown(verbs)]).toEqual([command, verbs, true]);
    }
  });
});

test("nothing can be typed that is not in the list", () => {
  const kinds = new Set(vocabulary.map(({ typed }) => typed.kind));
  for (const said of [
    "voorstellen",
    "nieuw voorstel",
    "stemmingen",
    "agenda",
    "ik kom",
    "steun de steiger",
    "mijn kern",
    "taken",
    "melden",
  ])
    expect(kinds).toContain(readCommand(said).kind);
});

test("the manifest offers exactly the commands of the list", async () => {
  const { manifest } = await buildManifest({
    municipality: { slug: "molenlanden", name: "Molenlanden" },
    publicUrl: "https://kernplein.voorbeeld.example",
    botId: "11111111-1111-4111-8111-111111111111",
    clientId: "22222222-2222-4222-8222-222222222222",
    version: "0.1.0",
  });
  const [extension] = (
    manifest as unknown as { composeExtensions: { commands: { id: string; type: string; context: string[] }[] }[] }
  ).composeExtensions;
  const offered = Object.fromEntries((extension?.commands ?? []).map(({ id, type }) => [id, type]));
  const wanted = Object.entries(extensionCommands).map(([id, opens]) => [id, "search" in opens ? "query" : "action"]);
  expect(offered).toEqual(Object.fromEntries(wanted));
  expect(new Set(vocabulary.flatMap(({ commands }) => commands))).toEqual(new Set(Object.keys(extensionCommands)));
});

/** Every verb that is shown, also behind the buttons that lead there. */
async function reached(card: unknown, as: string, through: readonly Verb[] = []): Promise<string[]> {
  const verbs: string[] = [];
  let shown = pressesOf(card);
  for (let step = 0; step < 3; step += 1) {
    verbs.push(...shown.map(({ verb }) => verb));
    const leading = shown.filter(({ verb }) => through.some((one) => one === verb));
    shown = [];
    for (const { verb, data } of leading) shown.push(...pressesOf(await stage.press(verb, data, { as })));
  }
  return [...new Set(verbs)];
}

/** Something to do it with: who, and what the button would carry. `find`: words by which it is found. */
async function somethingFor(verb: Verb): Promise<{ as: string; data: Record<string, unknown>; find?: string }> {
  const { database } = stage;
  const id = () => crypto.randomUUID();
  switch (verb) {
    case "support": {
      const find = `steiger${Math.random()
        .toString(36)
        .replace(/[^a-z]/g, "")}`;
      return {
        as: "buur",
        data: { proposal: await aPublishedProposal(database, author, officer, { title: `Een ${find}` }) },
        find,
      };
    }
    case "answer-meeting": {
      const find = `avond${Math.random()
        .toString(36)
        .replace(/[^a-z]/g, "")}`;
      const meeting = await aMeeting(database, officer, { title: `Een ${find}` });
      return { as: "buur", data: { meeting, answer: "coming" }, find };
    }
    case "submit-proposal":
      return { as: "buur", data: { proposal: id(), kern: "arkel", title: "Steiger terug", body: text } };
    case "publish":
    case "return":
      return { as: "kcf", data: { proposal: await aSubmittedProposal(database, author), reason: "Schrijf er bij waar het is." } };
    case "accept":
    case "turn-down":
      return { as: "kcf", data: { joinRequest: await stage.aJoinRequest(), reason: "Dit adres kennen wij niet." } };
    case "tasks":
      return { as: "kcf", data: {} };
    case "send-report":
      return { as: "buur", data: { report: id(), kern: "arkel", text: "Dit bericht is niet aardig.", why: "" } };
    default:
      return { as: "buur", data: {} };
  }
}
