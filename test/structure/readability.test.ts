/** Dutch that people read is plain: short sentences, everyday words (level B1; issue 5, "Language"). */
import { expect, test } from "@jest/globals";
import { clientTexts, type DutchText, serverTexts } from "./dutch-texts.ts";
import { faultsIn, sentencesIn, wordsIn } from "./readable.ts";

const faultsOf = (texts: readonly DutchText[]): string[] =>
  texts.flatMap(({ where, text }) =>
    faultsIn(text).map(({ sentence, fault, better }) => `${where}: “${sentence}” · ${fault} → ${better}`),
  );

test("the screens speak plain Dutch", async () => {
  const texts = await clientTexts();
  expect(texts.length).toBeGreaterThan(1000);
  expect(faultsOf(texts)).toEqual([]);
});

test("mails, cards, posters, refusals and outcomes speak plain Dutch", async () => {
  const texts = await serverTexts();
  for (const said of [
    "Uw stem is geheim, ook voor de gemeente.",
    "U steunt dit voorstel. Dank u wel.",
    "Meld u aan en probeer het opnieuw.",
    "Kies een kern uit de lijst.",
    "Van elke stemmer telt één stembiljet",
  ])
    expect([said, texts.some(({ text }) => text.includes(said))]).toEqual([said, true]);
  expect(texts.filter(({ text }) => /\b(the|you|your|with)\b/.test(text))).toEqual([]);
  expect(faultsOf(texts)).toEqual([]);
});

test.each([
  ["Indien u reeds stemde, dient u niets te doen.", ["Indien", "reeds", "dient"]],
  ["Uw voorstel zal worden bekeken.", ["zal worden"]],
  ["Het voorstel wordt door de gemeente beoordeeld.", ["wordt door de gemeente beoordeeld"]],
  ["Dit is een levensverzekeringsmaatschappij.", ["levensverzekeringsmaatschappij"]],
  [`${"woord ".repeat(21).trim()}.`, ["21 woorden"]],
  [`${"Woord ".repeat(13).trim()}. ${"Woord ".repeat(13).trim()}.`, ["gemiddeld 13.0 woorden"]],
  ["Als u al stemde, hoeft u niets te doen.", []],
  ["Uw kerncontactfunctionaris helpt u verder.", []],
  ["Er wordt gestemd van 1 tot 3 december.", []],
])("%j: %j", (text, faults) => expect(faultsIn(text).map(({ fault }) => fault)).toEqual(faults));

test("a sentence ends where a reader takes breath", () => {
  expect(sentencesIn("Bel 088 000 00 00. Of mail naar a.b@voorbeeld.nl? Dat kan.\nTot ziens")).toEqual([
    "Bel 088 000 00 00.",
    "Of mail naar a.b@voorbeeld.nl?",
    "Dat kan.",
    "Tot ziens",
  ]);
  expect(wordsIn("{name} is er om 20.00 uur, bijv. voor e-mail")).toHaveLength(9);
});
