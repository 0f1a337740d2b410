import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readCommand } from "../../../src/adapters/teams/commands.ts";

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
  ["Mijn voorstel is om het bankje bij de molen weer op te knappen", "unknown", null],
  ["stamppot", "unknown", null],
  ["12345", "unknown", null],
])("%j is read as %s (%s)", (text, kind, language) => {
  expect(readCommand(text)).toEqual({ kind, language });
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
