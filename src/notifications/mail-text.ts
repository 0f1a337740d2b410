/** The same letter for who reads mail as plain text. */
import { type Frame, frameWords, type Letter } from "./letter.ts";

export function mailText(letter: Letter, frame: Frame): string {
  const words = frameWords[frame.language];
  const { link, stop } = letter;
  const parts = [
    `${frame.place} · ${words.tagline(frame.municipalityName)}`,
    letter.heading,
    ...letter.paragraphs,
    ...(letter.quote === undefined ? [] : [letter.quote.replace(/^/gm, "> ")]),
    `${letter.button.label}:\n${letter.button.url}`,
    ...(letter.after ?? []),
    ...(link ? [`${link.before} ${link.label}:\n${link.url}`] : []),
    `${words.call(frame.contact.name)} ${frame.contact.phone}`,
    `--\n${letter.why}${stop ? ` ${stop.label} ${stop.url}` : ""}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
