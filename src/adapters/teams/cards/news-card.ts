/** What somebody is told in her own chat about her proposal or a poll: title and what comes next, never a reason or a choice. */
import type { News } from "../../../notifications/chat.ts";
import type { Language } from "../../../shared/work.ts";
import type { Card } from "../engine.ts";
import { band, card, heading, literal, open, say, wrote } from "./kit.ts";

export function newsCard({ kernName, heading: title, about, says, button }: News, language: Language): Card {
  return card(
    language,
    `${kernName}, ${title}: ${about}`,
    [
      band(literal(kernName, 80)),
      heading(title),
      wrote(about, 220, { weight: "Bolder" }),
      ...(says === undefined ? [] : [say(says)]),
    ],
    [open(button.label, button.url)],
  );
}
