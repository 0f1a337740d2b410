import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { gistOf, readCommand } from "../../../src/adapters/teams/commands.ts";

test.each([
  ["voorstellen", "proposals", "nl"],
  ["Voorstellen!", "proposals", "nl"],
  ["<at>Kernplein Molenlanden</at> voorstellen", "proposals", "nl"],
  ['<at id="0">Kernplein</at>&nbsp;VOORSTELLEN', "proposals", "nl"],
  ["voorstelen", "proposals", "nl"],
  ["vorstellen", "proposals", "nl"],
  ["vóórstellen", "proposals", "nl"],
  ["laat de voorstellen zien", "proposals", "nl"],
  ["ideeën", "proposals", "nl"],
  ["proposals", "proposals", "en"],
  ["porposals", "proposals", "en"],
  ["show me the proposals", "proposals", "en"],
  ["stemmingen", "polls", "nl"],
  ["stemmigen", "polls", "nl"],
  ["Stemming?", "polls", "nl"],
  ["kan ik stemmen", "polls", "nl"],
  ["polls", "polls", "en"],
  ["voting", "polls", "en"],
  ["welke bijeenkomsten zijn er", "meetings", "nl"],
  ["bijenkomsten", "meetings", "nl"],
  ["agenda", "meetings", null],
  ["meetings", "meetings", "en"],
  ["what meetings are there", "meetings", "en"],
  ["ik kom naar de avond over de dijk", "attend", "nl"],
  ["over de dijk kom ik naar de avond", "attend", "nl"],
  ["ik kom niet", "attend", "nl"],
  ["we komen naar de dorpsavond", "attend", "nl"],
  ["ik wil me aanmelden voor de avond", "attend", "nl"],
  ["I'm coming to the meeting about the pier", "attend", "en"],
  ["goedenavond", "greeting", "nl"],
  ["Hallo, ik kom uit Arkel", "greeting", "nl"],
  ["ik kom er niet uit", "unknown", null],
  ["hoe kom ik bij de voorstellen", "proposals", "nl"],
  ["Ik kom hier al dertig jaar en zie dat het zwerfvuil toeneemt", "unknown", null],
  ["ik kom met een voorstel", "proposals", "nl"],
  ["nieuw voorstel: avond voor de jeugd", "new-proposal", "nl"],
  ["nieuw voorstel", "new-proposal", "nl"],
  ["Nieuw  voorstell", "new-proposal", "nl"],
  ["ik wil een voorstel doen", "new-proposal", "nl"],
  ["voorstel indienen", "new-proposal", "nl"],
  ["new proposal", "new-proposal", "en"],
  ["submit an idea", "new-proposal", "en"],
  ["hi", "greeting", null],
  ["Hi!", "greeting", null],
  ["hello", "greeting", "en"],
  ["Hallo", "greeting", "nl"],
  ["halo", "greeting", "nl"],
  ["goedemorgen", "greeting", "nl"],
  ["goede morgen", "greeting", "nl"],
  ["help", "help", null],
  ["HELP", "help", null],
  ["hulp", "help", "nl"],
  ["?", "help", null],
  ["", "greeting", null],
  ["<at>Kernplein</at>", "greeting", null],
  ["qwerty", "unknown", null],
  ["🤷", "greeting", null],
  ["Mijn voorstel is om het bankje bij de molen weer op te knappen", "new-proposal", "nl"],
  ["over de dijk wil ik een voorstel doen", "new-proposal", "nl"],
  ["ik wil een vorstel doen over de dijk", "new-proposal", "nl"],
  ["Ik heb een idee: laten we op de hele dijk dertig rijden", "new-proposal", "nl"],
  ["I want to make a proposal about the dike", "new-proposal", "en"],
  ["voorstellen over de dijk", "proposals", "nl"],
  ["voorstellen met de meeste steun", "proposals", "nl"],
  ["ik steun de steiger", "support", "nl"],
  ["steun voorstel steiger", "support", "nl"],
  ["I support the pier", "support", "en"],
  ["mijn kern", "my-kern", "nl"],
  ["my village", "my-kern", "en"],
  ["mijn taken", "tasks", "nl"],
  ["tasks", "tasks", "en"],
  ["ik wil iets melden", "report", "nl"],
  ["report a message", "report", "en"],
  ["maken", "unknown", null],
  ["Gisteren liep ik over de dijk en zag ik een voorstel op een bord", "unknown", null],
  ["Hallo buren, gisteren was er weer veel te veel verkeer op de dijk", "unknown", null],
  ["stamppot", "unknown", null],
  ["12345", "unknown", null],
])("%j is read as %s (%s)", (text, kind, language) => {
  expect(readCommand(text)).toMatchObject({ kind, language });
});

test.each([
  ["ik wil een voorstel doen over de dijk", "de dijk"],
  ["over de dijk wil ik een voorstel doen", "de dijk"],
  ["<at>Kernplein</at> Nieuw voorstel: Bankje bij de molen", "Bankje bij de molen"],
  ["ik wil een voorstel doen", ""],
  ["laat de voorstellen zien", ""],
  ["voorstellen over de dijk?", "de dijk"],
  ["ik steun de steiger", "de steiger"],
  ["bijeenkomsten over de dijk", "de dijk"],
  ["ik kom naar de avond over de dijk", "de avond over de dijk"],
  ["over de dijk kom ik naar de avond", "de dijk"],
  ["Ik heb een idee: dertig op de dijk. Dat is veiliger voor iedereen.", "dertig op de dijk. Dat is veiliger voor iedereen."],
  ["Het bankje bij de molen is al jaren stuk", "Het bankje bij de molen is al jaren stuk"],
])("%j is about %j", (text, subject) => {
  expect(readCommand(text).subject).toBe(subject);
});

test("what tells one meeting from the others is left when the common words go", () => {
  expect(["de avond over de dijk", "the evening about the dike", "de dorpsavond", "Koffie in de Spil"].map(gistOf)).toEqual([
    "dijk",
    "dike",
    "",
    "koffie in spil",
  ]);
});

test("any text whatever is read as some command, quickly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
      expect(typeof readCommand(text).kind).toBe("string");
    }),
  );
  const began = performance.now();
  readCommand("<at>".repeat(20_000));
  readCommand(`${"a".repeat(100_000)} voorstellen`);
  expect(performance.now() - began).toBeLessThan(500);
});
