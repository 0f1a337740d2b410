/** Words on the sheet, each tagged as what it is. All give the height below the words. */
import type { Bilingual } from "../../notifications/contract.ts";
import { bold, drawable, regular, type Sheet, slanted } from "./sheet.ts";

interface Where {
  x: number;
  y: number;
  width: number;
  colour: string;
}

type Tag = "P" | "H1";

function put(
  sheet: Sheet,
  tag: Tag,
  text: string,
  font: string,
  size: number,
  { x, y, width, colour }: Where,
  lang?: string,
): number {
  const { document, root } = sheet;
  const words = drawable(text);
  document.font(font).fontSize(size);
  const height = document.heightOfString(words, { width, lineGap: size * 0.12 });
  root.add(
    document.struct(tag, lang === undefined ? {} : { lang }, () => {
      document
        .font(font)
        .fontSize(size)
        .fillColor(colour)
        .text(words, x, y, { width, lineGap: size * 0.12 });
    }),
  );
  return y + height;
}

/** Dutch, and below it the English, smaller and slanted. */
export function say(sheet: Sheet, tag: Tag, { nl, en }: Bilingual, at: Where & { size: number; font: string }): number {
  const below = put(sheet, tag, nl, at.font, at.size, at);
  return put(sheet, tag, en, slanted, at.size * 0.72, { ...at, y: below + 3, colour: "#3d3a36" }, "en");
}

export function saySmall(sheet: Sheet, text: string, at: Where & { size?: number; font?: string }): number {
  return put(sheet, "P", text, at.font ?? regular, at.size ?? 14, at);
}

/** As large as fits above `bottom`: three words fill the sheet, 140 characters are still read from two metres. */
export function sayTitle(sheet: Sheet, title: string, at: Where & { bottom: number }): number {
  const { document } = sheet;
  const fits = (size: number): boolean => {
    const words = drawable(title);
    document.font(bold).fontSize(size);
    const longest = Math.max(...words.split(/\s+/).map((word) => document.widthOfString(word)));
    return longest <= at.width && document.heightOfString(words, { width: at.width, lineGap: size * 0.12 }) <= at.bottom - at.y;
  };
  const sizes = [64, 58, 52, 46, 42, 38, 34, 30, 26, 22];
  return put(sheet, "H1", title, bold, sizes.find(fits) ?? 20, at);
}
