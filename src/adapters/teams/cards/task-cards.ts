/** The officer's tasks: a list, and one task with what she can do about it. For her alone: a join request names who asks. */
import type { IExecuteAction, IShowCardAction } from "@microsoft/teams.cards";
import type { AnswerDue, DeskItem } from "../../../moderation/contract.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { type Action, band, card, heading, literal, open, press, say, wrote } from "./kit.ts";
import type { Links } from "./links.ts";
import { words } from "./words.ts";
import { doorWords } from "./words-doors.ts";

export interface TaskOptions {
  language: Language;
  links: Links;
}

/** What a task is, for the button that shows it. */
export interface TaskName {
  task: DeskItem["kind"];
  id: string;
}

const mostShown = 8;
const longestShown = 1500;

export function taskNameOf(item: DeskItem): TaskName {
  return item.kind === "join-request"
    ? { task: item.kind, id: item.request.joinRequest }
    : { task: item.kind, id: item.proposal };
}

/** In the order given; the rest is at the desk. */
export function tasksCard(items: readonly DeskItem[], { language, links }: TaskOptions): Card {
  const own = doorWords[language];
  const shown = items.slice(0, mostShown);
  return card(
    language,
    own.tasks(items.length),
    [
      heading(own.tasks(items.length)),
      ...shown.map((item) => ({
        type: "Container" as const,
        separator: true,
        spacing: "Medium" as const,
        selectAction: press(literal(subjectOf(item), 140), "task", { ...taskNameOf(item) }, pageOf(item, links)),
        items: [
          say(`${literal(item.kernName, 80)} · ${own.task[item.kind]}`, { size: "Small", isSubtle: true }),
          wrote(subjectOf(item), 140, { weight: "Bolder", color: "Accent", spacing: "Small" }),
          standing(item, language),
        ],
      })),
      ...(items.length > shown.length ? [say(own.moreOnDesk(items.length - shown.length))] : []),
    ],
    [open(own.toDesk, links.desk())],
  );
}

/**
 * One task. `text`: of a proposal, without its author's name. It brings itself up to date for whoever looks at it (`refresh`), so that
 * what a colleague has done meanwhile is not done again.
 */
export function taskCard(item: DeskItem, text: string, { language, links }: TaskOptions, fault?: string): Card {
  const own = doorWords[language];
  const page = pageOf(item, links);
  const says = item.kind === "join-request" ? own.wantsIn(item.request.name, item.kernName) : item.title;
  return {
    ...card(
      language,
      `${item.kernName}, ${own.task[item.kind]}: ${says}`,
      [
        band(`${literal(item.kernName, 80)} · ${own.task[item.kind]}`),
        ...(fault === undefined ? [] : [say(fault, { color: "Attention", weight: "Bolder" })]),
        wrote(says, 220, { size: "Large", weight: "Bolder" }),
        ...(text === "" ? [] : [wrote(text, longestShown)]),
        ...(item.kind === "answer" ? [say(owedWhy(item, language), { weight: "Bolder" })] : []),
        standing(item, language),
      ],
      [...deedsOf(item, page, language), open(item.kind === "answer" ? own.giveAnswer : own.openPage, page)],
    ),
    refresh: { action: press(own.showTasks, "task", { ...taskNameOf(item) }, page) },
  };
}

/** An answer is a text that everybody reads: it is written on the page. */
function deedsOf(item: DeskItem, page: string, language: Language): Action[] {
  const own = doorWords[language];
  if (item.kind === "answer") return [];
  if (item.kind === "proposal") {
    const data = { proposal: item.proposal };
    return [
      { ...press(own.publish, "publish", data, page), style: "positive" },
      withReason(own.giveBack, own.giveBackWhy, press(own.send, "return", data, page), language),
    ];
  }
  const data = { joinRequest: item.request.joinRequest };
  return [
    { ...press(own.accept, "accept", data, page), style: "positive" },
    withReason(own.turnDown, own.turnDownWhy, press(own.send, "turn-down", data, page), language),
  ];
}

/** Why an answer is owed: the day that was promised, or how many people back it. */
function owedWhy({ promised, supportCount }: AnswerDue, language: Language): string {
  if (promised === null) return words[language].support(supportCount);
  return doorWords[language].promisedFor(new Date(`${promised}T12:00:00Z`));
}

/** After a task was done, or was found done: what became of it, and the way back to the others. */
export function doneCard(sentence: string, { language, links }: TaskOptions): Card {
  const own = doorWords[language];
  return card(
    language,
    sentence,
    [say(`✓ ${sentence}`, { weight: "Bolder" })],
    [press(own.showTasks, "tasks", {}, links.desk())],
  );
}

/** Where others read along: the tasks themselves come only after a press, for the presser alone. */
export function tasksAloneCard({ language, links }: TaskOptions): Card {
  const own = doorWords[language];
  const actions = [press(own.showTasks, "tasks", {}, links.desk()), open(own.toDesk, links.desk())];
  return card(language, own.tasksAlone, [say(own.tasksAlone, { weight: "Bolder" })], actions);
}

function subjectOf(item: DeskItem): string {
  return item.kind === "join-request" ? item.request.name : item.title;
}

function pageOf(item: DeskItem, links: Links): string {
  return item.kind === "join-request" ? links.desk() : links.proposal(item.proposal);
}

function standing({ waitingSince, dueAt, late }: DeskItem, language: Language) {
  const own = doorWords[language];
  const due = late ? own.late : own.dueAt(new Date(dueAt));
  return say(`${own.waitingSince(new Date(waitingSince))} · ${due}`, {
    size: "Small",
    spacing: "Small",
    ...(late ? { color: "Attention" as const } : {}),
  });
}

/** The reason is asked in the card, once the button is pressed. */
function withReason(title: string, label: string, send: IExecuteAction, language: Language): IShowCardAction {
  const errorMessage = doorWords[language].reason;
  return {
    type: "Action.ShowCard",
    title,
    card: {
      type: "AdaptiveCard",
      version: "1.5",
      lang: language,
      fallbackText: label,
      body: [{ type: "Input.Text", id: "reason", label, isMultiline: true, maxLength: 500, isRequired: true, errorMessage }],
      actions: [send],
    },
  };
}
