/** A title in at most `room` characters: whole words and an ellipsis when it is longer. A single long word is cut. */
export function fitTitle(title: string, room: number): string {
  const whole = title.trim().replace(/\s+/g, " ");
  if (whole.length <= room) return whole;
  const cut = whole.slice(0, room - 1);
  const lastSpace = /\s/.test(whole[room - 1] ?? "") ? cut.length : cut.lastIndexOf(" ");
  const words = lastSpace > room / 2 ? cut.slice(0, lastSpace) : cut;
  return `${words.replace(/[\s,;:.–-]+$/, "")}…`;
}
