/** A sheet in points of an A4, with the tree of its tags. */
export interface Sheet {
  document: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
}

export const sheetWidth = 595.28;
export const sheetHeight = 841.89;

/** Fonts that every reader has: nothing is fetched, nothing embedded. They know the letters of Dutch, English and their neighbours. */
export const regular = "Helvetica";
export const bold = "Helvetica-Bold";
export const slanted = "Helvetica-Oblique";

/** What the fonts cannot draw (an emoji, Cyrillic) becomes a question mark instead of a stray letter. */
export function drawable(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => (/[\u0020-\u007e\u00a0-\u00ff–—‘’“”•…€Œœ Šš Žž Ÿ]/u.test(letter) ? letter : "?"))
    .join("");
}
