/** The officer's tasks, for her alone: one, or what waits in the morning. */
import type { DeskItem } from "../../../moderation/contract.ts";
import { dateTimeInWords } from "../../../shared/time.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { band, card, heading, literal, open, say, tile, wrote } from "./kit.ts";
import type { Links } from "./links.ts";

export interface TaskOptions {
  language: Language;
  links: Links;
}

const taskWords = {
  nl: {
    kind: { proposal: "nieuw voorstel", "join-request": "wil meedoen" },
    tasks: (count: number) => (count === 1 ? "Er wacht 1 taak op u" : `Er wachten ${count} taken op u`),
    due: (at: Date) => `Klaar vóór ${dateTimeInWords(at, "nl")}.`,
    late: "Dit had al klaar moeten zijn.",
    look: "Bekijken",
    desk: "Naar uw werkplek",
  },
  en: {
    kind: { proposal: "new proposal", "join-request": "wants to take part" },
    tasks: (count: number) => (count === 1 ? "1 task waits for you" : `${count} tasks wait for you`),
    due: (at: Date) => `To be done before ${dateTimeInWords(at, "en")}.`,
    late: "This should have been done by now.",
    look: "Look",
    desk: "Go to your desk",
  },
} as const;

const mostShown = 8;

/** `text`: of a proposal, without its author's name; empty shows none. */
export function taskCard(item: DeskItem, text: string, { language, links }: TaskOptions): Card {
  const own = taskWords[language];
  return card(
    language,
    `${item.kernName}, ${own.kind[item.kind]}: ${subjectOf(item)}`,
    [
      band(`${literal(item.kernName, 80)} · ${own.kind[item.kind]}`),
      wrote(subjectOf(item), 200, { size: "Large", weight: "Bolder" }),
      ...(text === "" ? [] : [wrote(text, 1500)]),
      standing(item, language),
    ],
    [open(own.look, pageOf(item, links)), open(own.desk, links.desk())],
  );
}

export function tasksCard(items: readonly DeskItem[], { language, links }: TaskOptions): Card {
  const own = taskWords[language];
  return card(
    language,
    own.tasks(items.length),
    [
      heading(own.tasks(items.length)),
      ...items
        .slice(0, mostShown)
        .map((item) =>
          tile(pageOf(item, links), subjectOf(item), [
            say(`${literal(item.kernName, 80)} · ${own.kind[item.kind]}`, { size: "Small", isSubtle: true }),
            wrote(subjectOf(item), 140, { weight: "Bolder", spacing: "Small" }),
            standing(item, language),
          ]),
        ),
    ],
    [open(own.desk, links.desk())],
  );
}

function subjectOf(item: DeskItem): string {
  return item.kind === "proposal" ? item.title : item.request.name;
}

function pageOf(item: DeskItem, links: Links): string {
  return item.kind === "proposal" ? links.proposal(item.proposal) : links.desk();
}

function standing({ dueAt, late }: DeskItem, language: Language) {
  const own = taskWords[language];
  return say(late ? own.late : own.due(new Date(dueAt)), {
    size: "Small",
    spacing: "Small",
    ...(late ? { color: "Attention" as const, weight: "Bolder" as const } : { isSubtle: true }),
  });
}
