import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";
import { pollDeskRoutes } from "./poll-desk.ts";
import { atPoll, exampleSlip } from "./poll-examples.ts";

const tag = "Stemmingen";

export function pollRoutes(actions: Actions): Route[] {
  return [...pollDeskRoutes(actions), ...readingRoutes(actions), ...publicRoutes(actions), ...votingRoutes(actions)];
}

function readingRoutes(actions: Actions): Route[] {
  return [
    {
      method: "GET",
      path: "/stemmingen",
      action: actions.listPolls,
      who: "signed-in",
      tag,
      summary: { nl: "Stemmingen van alle kernen", en: "Polls of all villages" },
      query: ["kern", "state"],
      answer: "PollsView",
    },
    {
      method: "GET",
      path: "/kernen/{kern}/stemmingen",
      action: actions.listPolls,
      who: "signed-in",
      tag,
      summary: { nl: "Stemmingen van één kern", en: "Polls of one village" },
      query: ["state"],
      answer: "PollsView",
    },
    {
      method: "GET",
      path: "/stemmingen/{poll}",
      action: actions.viewPoll,
      who: "signed-in",
      tag,
      summary: { nl: "Eén stemming; na sluiting met de uitslag", en: "One poll; with the tally once it has closed" },
      answer: "PollView",
    },
    {
      method: "PUT",
      path: "/stemmingen/{poll}/logvolgers/ik",
      action: actions.followLog,
      who: "signed-in",
      tag,
      summary: {
        nl: "Elke nieuwe vingerafdruk van het logboek per mail krijgen, of niet meer",
        en: "Get each new fingerprint of the log by mail, or no longer",
      },
      answer: "LogFollowed",
      example: { following: true },
    },
  ];
}

function publicRoutes(actions: Actions): Route[] {
  const path = "/gemeenten/{municipality}/stemmingen/{poll}";
  return [
    {
      method: "GET",
      path,
      action: actions.viewPublicPoll,
      who: "visitor",
      tag,
      summary: {
        nl: "Eén stemming voor iedereen: vraag, vastlegging en uitslag",
        en: "One poll for anybody: question, freeze, result",
      },
      answer: "PublicPollView",
    },
    {
      method: "GET",
      path: `${path}/logregels`,
      action: actions.viewLog,
      who: "visitor",
      tag,
      summary: { nl: "Het openbare logboek van een geheime stemming", en: "The public log of a secret poll" },
      answer: "PollLogView",
    },
    {
      method: "GET",
      path: `${path}/export`,
      action: actions.viewExport,
      who: "visitor",
      tag,
      summary: { nl: "Het bestand om zelf na te tellen", en: "The file to count again oneself" },
      answer: "export",
    },
  ];
}

function votingRoutes(actions: Actions): Route[] {
  return [
    {
      method: "POST",
      path: "/stemmingen/{poll}/stembiljetten",
      action: actions.castBallot,
      who: "signed-in",
      limit: "vote",
      secret: true,
      tag,
      summary: {
        nl: "Een geheim stembiljet inleveren, of het vorige van dit apparaat vervangen",
        en: "Hand in a secret ballot, or replace the earlier one of this device",
      },
      status: 201,
      location: atPoll,
      answer: "BallotReceipt",
      example: exampleSlip,
    },
    {
      method: "POST",
      path: "/stemmingen/{poll}/stempassen",
      action: actions.getPass,
      who: "signed-in",
      limit: "vote",
      secret: true,
      tag,
      summary: {
        nl: "Uw stempas ophalen: een blinde handtekening, één per plaats op de kiezerslijst",
        en: "Get your voting pass: a blind signature, one per place on the roll",
      },
      status: 201,
      location: atPoll,
      answer: "PassView",
      example: { blinded: "A".repeat(342) },
    },
    {
      method: "POST",
      path: "/gemeenten/{municipality}/stembussen/{poll}/stembiljetten",
      action: actions.castWithPass,
      who: "nobody",
      secret: true,
      tag,
      summary: {
        nl: "Een stembiljet met stempas inleveren; wie u bent wordt niet gevraagd en niet gelezen",
        en: "Hand in a ballot with a voting pass; who you are is neither asked nor read",
      },
      status: 201,
      answer: "BallotReceipt",
      example: { ...exampleSlip, pass: "A".repeat(342) },
    },
    {
      method: "PUT",
      path: "/stemmingen/{poll}/keuzes/ik",
      action: actions.chooseOpenly,
      who: "signed-in",
      limit: "vote",
      tag,
      summary: { nl: "In een peiling kiezen, met uw naam", en: "Choose in an open poll, with your name" },
      answer: "OpenChoiceView",
      example: { choice: { chosen: ["for"] } },
    },
  ];
}
