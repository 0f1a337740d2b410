/** The mail with which an officer's day begins when the bot could not reach her. */
import type { Language } from "../../shared/work.ts";
import { greeting, type Letter } from "../letter.ts";

export function tasksWait(
  language: Language,
  { name, count, late, url }: { name: string; count: number; late: number; url: string },
): Letter {
  if (language === "en") {
    const waiting = count === 1 ? "1 task waits for you" : `${count} tasks wait for you`;
    return {
      subject: waiting,
      heading: waiting,
      paragraphs: [greeting(name, language), ...(late > 0 ? [`${late} of them should have been done by now.`] : [])],
      button: { label: "Go to your desk", url },
      why: "You get this mail because the bot could not write to you in Teams.",
    };
  }
  const waiting = count === 1 ? "Er wacht 1 taak op u" : `Er wachten ${count} taken op u`;
  return {
    subject: waiting,
    heading: waiting,
    paragraphs: [greeting(name, language), ...(late > 0 ? [`${late} daarvan had al klaar moeten zijn.`] : [])],
    button: { label: "Naar uw werkplek", url },
    why: "U krijgt deze mail omdat de bot u in Teams niet kon bereiken.",
  };
}
