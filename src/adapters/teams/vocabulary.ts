/**
 * Everything that can be asked or done from a chat, in one list. Whatever the door (a typed command, a button on a card, a command of
 * the message extension, a page), behind it is the same action of a slice; test/adapters/teams/vocabulary.test.ts holds them together.
 */
import type { CommandKind } from "./commands.ts";
import type { BotActions } from "./knowledge.ts";

export type Verb =
  | "proposals"
  | "support"
  | "new-proposal"
  | "submit-proposal"
  | "polls"
  | "meetings"
  | "answer-meeting"
  | "my-kern"
  | "tasks"
  | "task"
  | "publish"
  | "return"
  | "accept"
  | "turn-down"
  | "report"
  | "send-report";

/** Commands of the message extension: ids in the manifest. */
export type ExtensionCommand =
  | "zoekVoorstel"
  | "zoekStemming"
  | "zoekBijeenkomst"
  | "nieuwVoorstel"
  | "maakVoorstel"
  | "mijnKern"
  | "mijnTaken"
  | "melding"
  | "meldBericht";

export interface Word {
  /** What carries it out, in this order. */
  actions: readonly (keyof BotActions)[];
  /** The verb of the button that does it; the others lead to that button. */
  verb: Verb;
  through?: readonly Verb[];
  commands: readonly ExtensionCommand[];
  /** What one types, for example; more is understood (commands.ts). */
  typed: { kind: CommandKind; nl: string; en: string };
  /** The page where the same is done: as the routes of the client write it. Null where there is none. */
  screen: string | null;
}

export const vocabulary: readonly Word[] = [
  {
    actions: ["listProposals"],
    verb: "proposals",
    commands: ["zoekVoorstel"],
    typed: { kind: "proposals", nl: "voorstellen over de dijk", en: "proposals about the dike" },
    screen: "/$gemeente/$kern/voorstellen",
  },
  {
    actions: ["supportProposal"],
    verb: "support",
    commands: ["zoekVoorstel"],
    typed: { kind: "support", nl: "ik steun de steiger", en: "I support the pier" },
    screen: "/$gemeente/voorstel/$id",
  },
  {
    actions: ["saveDraft", "submitProposal"],
    verb: "submit-proposal",
    through: ["new-proposal"],
    commands: ["nieuwVoorstel", "maakVoorstel"],
    typed: { kind: "new-proposal", nl: "ik wil een voorstel doen over de dijk", en: "I want to make a proposal about the dike" },
    screen: "/$gemeente/$kern/voorstellen/nieuw",
  },
  {
    actions: ["listPolls"],
    verb: "polls",
    commands: ["zoekStemming"],
    typed: { kind: "polls", nl: "stemmingen", en: "polls" },
    screen: "/$gemeente/$kern/stemmingen",
  },
  {
    actions: ["listMeetings"],
    verb: "meetings",
    commands: ["zoekBijeenkomst"],
    typed: { kind: "meetings", nl: "welke bijeenkomsten zijn er", en: "meetings" },
    screen: "/$gemeente/$kern/agenda",
  },
  {
    actions: ["answerInvitation"],
    verb: "answer-meeting",
    commands: ["zoekBijeenkomst"],
    typed: { kind: "attend", nl: "ik kom naar de avond over de dijk", en: "I come to the evening about the dike" },
    screen: "/$gemeente/bijeenkomst/$id",
  },
  {
    actions: ["viewKern", "listProposals", "listPolls", "listMeetings"],
    verb: "my-kern",
    commands: ["mijnKern"],
    typed: { kind: "my-kern", nl: "mijn kern", en: "my village" },
    screen: "/$gemeente/$kern",
  },
  {
    actions: ["viewDesk"],
    verb: "tasks",
    commands: ["mijnTaken"],
    typed: { kind: "tasks", nl: "mijn taken", en: "my tasks" },
    screen: "/$gemeente/werkplek",
  },
  {
    actions: ["publishProposal"],
    verb: "publish",
    through: ["tasks", "task"],
    commands: ["mijnTaken"],
    typed: { kind: "tasks", nl: "taken", en: "tasks" },
    screen: "/$gemeente/voorstel/$id",
  },
  {
    actions: ["returnProposal"],
    verb: "return",
    through: ["tasks", "task"],
    commands: ["mijnTaken"],
    typed: { kind: "tasks", nl: "taken", en: "tasks" },
    screen: "/$gemeente/voorstel/$id",
  },
  {
    actions: ["decideJoinRequest"],
    verb: "accept",
    through: ["tasks", "task"],
    commands: ["mijnTaken"],
    typed: { kind: "tasks", nl: "taken", en: "tasks" },
    screen: "/$gemeente/werkplek",
  },
  {
    actions: ["decideJoinRequest"],
    verb: "turn-down",
    through: ["tasks", "task"],
    commands: ["mijnTaken"],
    typed: { kind: "tasks", nl: "taken", en: "tasks" },
    screen: "/$gemeente/werkplek",
  },
  // What is reported stands in Teams; on the pages the officer reads everything herself.
  {
    actions: ["reportMessage"],
    verb: "send-report",
    through: ["report"],
    commands: ["melding", "meldBericht"],
    typed: { kind: "report", nl: "ik wil iets melden", en: "report a message" },
    screen: null,
  },
];

/** What a command of the message extension opens: a list to choose from, or a dialog that begins with what this verb shows. */
export const extensionCommands: Readonly<
  Record<ExtensionCommand, { search: "proposals" | "polls" | "meetings" } | { dialog: Verb }>
> = {
  zoekVoorstel: { search: "proposals" },
  zoekStemming: { search: "polls" },
  zoekBijeenkomst: { search: "meetings" },
  nieuwVoorstel: { dialog: "new-proposal" },
  maakVoorstel: { dialog: "new-proposal" },
  mijnKern: { dialog: "my-kern" },
  mijnTaken: { dialog: "tasks" },
  melding: { dialog: "report" },
  meldBericht: { dialog: "report" },
};

export function isExtensionCommand(command: string): command is ExtensionCommand {
  return Object.hasOwn(extensionCommands, command);
}
