/** The roll: who may vote, letters, help, and paper that is handed out. */
import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";
import { atPoll, exampleSlip } from "./poll-examples.ts";

const tag = "Werkplek";
const voter = { person: "3f2b8c1e-6a4d-4f7b-9c2e-1d5a7b9e0f31" };
const code = "ABCDE-FGHJK-MMN";
const blinded = "A".repeat(342);

export function rollRoutes(actions: Actions): Route[] {
  return [...numberRoutes(actions), ...letterRoutes(actions), ...helpRoutes(actions)];
}

function numberRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/kernen/{kern}/kiezersaantallen",
      action: actions.previewElectorate,
      who: "signed-in",
      tag,
      summary: { nl: "Hoe groot een kiezerslijst nu zou zijn", en: "How large a roll would be now" },
      query: ["assurance", "per", "memberBy"],
      answer: "ElectorateView",
    },
    {
      method: "GET",
      path: "/stemmingen/{poll}/kiezersaantallen",
      action: actions.viewRoll,
      who: "signed-in",
      tag,
      summary: { nl: "De kiezerslijst in cijfers", en: "The roll in figures" },
      answer: "RollView",
    },
    {
      method: "GET",
      path: "/stemmingen/{poll}/kiezers",
      action: actions.findOnRoll,
      who: "signed-in",
      tag,
      summary: { nl: "Iemand op de kiezerslijst zoeken, om te helpen", en: "Look for somebody on the roll, to help" },
      query: ["q"],
      answer: "OnRollView",
    },
  ];
}

function letterRoutes(actions: Actions): Route[] {
  const public_ = { who: "visitor", limit: "letter", secret: true, tag: "Stemmingen", status: 201 } as const;
  return [
    {
      method: "POST",
      path: "/stemmingen/{poll}/stembrieven",
      action: actions.makeLetters,
      who: "signed-in",
      tag,
      summary: {
        nl: "Stembrieven maken; de codes staan alleen in dit antwoord",
        en: "Make voting letters; the codes are in this answer only",
      },
      bodyLimit: 4_300_000,
      status: 201,
      location: atPoll,
      answer: "LettersMade",
      example: { number: 250, spares: 10 },
    },
    {
      method: "POST",
      path: "/stemmingen/{poll}/stembrieven/{serial}/vervangingen",
      action: actions.replaceLetter,
      who: "signed-in",
      tag,
      summary: {
        nl: "Een verloren stembrief vervangen door een reservebrief",
        en: "Replace a lost voting letter by a spare one",
      },
      status: 201,
      location: atPoll,
      answer: "LetterReplaced",
      example: { spare: 251 },
    },
    {
      ...public_,
      method: "POST",
      path: "/gemeenten/{municipality}/stemmingen/{poll}/briefstempassen",
      action: actions.passByLetter,
      summary: { nl: "Een stempas ophalen met de code van een stembrief", en: "Get a voting pass by the code of a letter" },
      location: atPoll,
      answer: "PassView",
      example: { code, blinded },
    },
    {
      ...public_,
      method: "POST",
      path: "/gemeenten/{municipality}/stemmingen/{poll}/briefstembiljetten",
      action: actions.castByLetter,
      summary: { nl: "Een stembiljet inleveren met de code van een stembrief", en: "Hand in a ballot by the code of a letter" },
      location: atPoll,
      answer: "BallotReceipt",
      example: { code, ...exampleSlip },
    },
  ];
}

function helpRoutes(actions: Actions): Route[] {
  const helped = { method: "POST", who: "signed-in", limit: "vote", tag, status: 201, location: atPoll } as const;
  return [
    {
      ...helped,
      path: "/stemmingen/{poll}/hulpstempassen",
      action: actions.passWithHelp,
      secret: true,
      summary: { nl: "Een stempas ophalen voor iemand die u helpt", en: "Get a voting pass for somebody you help" },
      answer: "PassView",
      example: { ...voter, blinded },
    },
    {
      ...helped,
      path: "/stemmingen/{poll}/hulpstembiljetten",
      action: actions.castWithHelp,
      secret: true,
      summary: { nl: "Het stembiljet inleveren van iemand die u helpt", en: "Hand in the ballot of somebody you help" },
      answer: "BallotReceipt",
      example: { ...voter, ...exampleSlip },
    },
    {
      ...helped,
      path: "/stemmingen/{poll}/papierkiezers",
      action: actions.markPaper,
      summary: {
        nl: "Aantekenen dat iemand op papier stemt, bij het uitdelen",
        en: "Mark that somebody votes on paper, when handing it out",
      },
      answer: "PaperMarked",
      example: voter,
    },
    {
      ...helped,
      path: "/stemmingen/{poll}/papierteruggaven",
      action: actions.takePaperBack,
      summary: { nl: "Een ongebruikt stembiljet van papier terugnemen", en: "Take back an unused paper ballot" },
      answer: "PaperMarked",
      example: voter,
    },
  ];
}
