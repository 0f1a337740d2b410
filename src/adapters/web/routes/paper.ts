/** Paper ballots that came back: entered twice, compared, published. */
import type { Actions } from "../actions.ts";
import type { Route } from "../route.ts";
import { atPoll } from "./poll-examples.ts";

const stacks = "/stemmingen/{poll}/papierstapels";
const ballots = [{ chosen: ["for"] }, "spoiled"];

export function paperRoutes(actions: Actions): Route[] {
  const work = { method: "POST", who: "signed-in", tag: "Werkplek", status: 201, location: atPoll, answer: "PaperView" } as const;
  return [
    {
      method: "GET",
      path: stacks,
      action: actions.viewPaper,
      who: "signed-in",
      tag: "Werkplek",
      summary: {
        nl: "De stembiljetten van papier: uitgedeeld, ingevoerd, gepubliceerd",
        en: "The paper ballots: handed out, entered, published",
      },
      answer: "PaperView",
    },
    {
      ...work,
      path: stacks,
      action: actions.enterPaper,
      summary: { nl: "Een nieuwe stapel invoeren", en: "Enter a new stack" },
      bodyLimit: 512 * 1024,
      example: { code: "ABCDE", ballots },
    },
    {
      ...work,
      path: `${stacks}/{stack}/invoeringen`,
      action: actions.enterPaperAgain,
      summary: {
        nl: "Dezelfde stapel nog een keer invoeren, door iemand anders",
        en: "Enter the same stack once more, by somebody else",
      },
      bodyLimit: 512 * 1024,
      example: { code: "ABCDE", ballots },
    },
    {
      ...work,
      path: `${stacks}/{stack}/verschillen`,
      action: actions.settlePaper,
      summary: { nl: "Wat verschilt samen nog een keer invoeren", en: "Enter what differs together once more" },
      bodyLimit: 512 * 1024,
      example: { ballots: [{ position: 2, ballot: "spoiled" }] },
    },
    {
      ...work,
      path: `${stacks}/{stack}/publicaties`,
      action: actions.publishPaper,
      summary: { nl: "Een stapel publiceren als eigen pak", en: "Publish a stack as a batch of its own" },
    },
    {
      method: "DELETE",
      path: `${stacks}/{stack}`,
      action: actions.discardPaper,
      who: "signed-in",
      tag: "Werkplek",
      summary: { nl: "Een stapel die niet gepubliceerd is opnieuw beginnen", en: "Begin a stack anew that is not published" },
      answer: "PaperView",
    },
    {
      ...work,
      path: "/stemmingen/{poll}/papierafsluitingen",
      action: actions.finishPaper,
      summary: {
        nl: "Zeggen dat er geen papier meer komt; dan wordt er geteld",
        en: "Say that no more paper will come; then it is counted",
      },
    },
  ];
}
