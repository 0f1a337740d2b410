/** Draws a poster as a PDF that prints on any printer: one sheet, A4 or A3, with tags, title and language for screen readers. */
import PDFDocument from "pdfkit";
import { accentOf } from "../../kernen/index.ts";
import type { PosterView } from "../../notifications/contract.ts";
import { drawBand } from "./draw-band.ts";
import { drawCode } from "./draw-code.ts";
import { say, saySmall, sayTitle } from "./say.ts";
import { bold, regular, type Sheet, sheetHeight, sheetWidth } from "./sheet.ts";

const margin = 48;
const width = sheetWidth - 2 * margin;
const codeSide = 196;
const grey = "#3d3a36";

/** `origin`: https://kernplein.example.nl, that the code leads to. Gives the bytes of a PDF. */
export async function drawPoster(poster: PosterView, origin: string): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: poster.size.toUpperCase(),
    margin: 0,
    pdfVersion: "1.7",
    tagged: true,
    lang: "nl-NL",
    displayTitle: true,
    info: {
      Title: `${poster.kind.nl}: ${poster.title}`,
      Author: poster.municipalityName,
      Creator: "Kernplein",
      Producer: "Kernplein",
    },
  });
  const bytes = gathered(document);
  // Everything is measured in points of an A4; a larger sheet is the same sheet, enlarged.
  document.scale(document.page.width / sheetWidth);
  const sheet: Sheet = { document, root: document.struct("Document") };
  document.addStructure(sheet.root);
  draw(sheet, poster, origin);
  sheet.root.end();
  document.end();
  return bytes;
}

function draw(sheet: Sheet, poster: PosterView, origin: string): void {
  const { document } = sheet;
  const colour = accentOf(poster.accent).light;
  const below = drawBand(sheet, poster, colour);
  const codeTop = sheetHeight - 330;
  const room = { x: margin, width };
  let y = say(sheet, "P", poster.kind, { ...room, y: below + 34, size: 20, font: bold, colour });
  y = sayTitle(sheet, poster.title, { ...room, y: y + 12, bottom: codeTop - 130, colour: "#1f1f1f" });
  say(sheet, "P", poster.ask, { ...room, y: y + 18, size: 20, font: regular, colour: "#1f1f1f" });

  drawCode(sheet, `${origin}${poster.path}`, { x: margin, y: codeTop, side: codeSide });
  const beside = { x: margin + codeSide + 28, width: width - codeSide - 28 };
  const scan = { nl: "Richt de camera van uw telefoon op de code.", en: "Point your phone’s camera at the code." };
  y = say(sheet, "P", scan, { ...beside, y: codeTop + 6, size: 17, font: bold, colour: "#1f1f1f" });
  y = saySmall(sheet, "Of typ in uw browser:", { ...beside, y: y + 12, colour: grey });
  y = saySmall(sheet, shown(origin, poster.shortPath), { ...beside, y: y + 2, colour, font: bold, size: 17 });
  if (poster.find) say(sheet, "P", poster.find, { ...beside, y: y + 4, size: 14, font: regular, colour: grey });

  const help = {
    nl: `Liever bellen? ${poster.contact.name}, ${poster.contact.phone}`,
    en: "Would you rather call?",
  };
  document
    .moveTo(margin, sheetHeight - 106)
    .lineTo(sheetWidth - margin, sheetHeight - 106)
    .lineWidth(1)
    .stroke("#b8b0a4");
  say(sheet, "P", help, { ...room, y: sheetHeight - 92, size: 16, font: bold, colour: "#1f1f1f" });
}

/** As one reads an address aloud: without https:// before it. */
const shown = (origin: string, path: string): string => `${origin.replace(/^https?:\/\//, "")}${path}`;

function gathered(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (piece: Uint8Array) => pieces.push(piece));
    document.on("end", () => resolve(Buffer.concat(pieces)));
    document.on("error", reject);
  });
}
