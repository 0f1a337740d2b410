import { drawings, strokes } from "../../kernen/index.ts";
import type { PosterView } from "../../notifications/contract.ts";
import { bold, drawable, regular, type Sheet, sheetWidth } from "./sheet.ts";

const height = 132;
const margin = 48;
const skyline = 2.6;

/** The band of the kern in its own colour, with its silhouette; gives the height below it. */
export function drawBand({ document, root }: Sheet, poster: PosterView, colour: string): number {
  document.markContent("Artifact", { type: "Layout" });
  document.rect(0, 0, sheetWidth, height).fill(colour);
  const drawing = drawings[poster.silhouette as keyof typeof drawings] ?? drawings.mill;
  document.save();
  document.translate(sheetWidth - margin - 64 * skyline, height - 29.5 * skyline).scale(skyline);
  document.lineCap("round").lineJoin("round");
  document.path(drawing.line).lineWidth(strokes.line).stroke("#ffffff");
  document.path(drawing.fine).lineWidth(strokes.fine).stroke("#ffffff");
  document.restore();
  document.endMarkedContent();
  const room = sheetWidth - 3 * margin - 64 * skyline;
  const name = drawable(poster.kernName);
  document.font(bold).fontSize(40);
  const size = Math.min(40, (40 * room) / document.widthOfString(name));
  root.add(
    document.struct("P", {}, () => {
      document
        .font(bold)
        .fontSize(size)
        .fillColor("#ffffff")
        .text(name, margin, 76 - size / 2, { lineBreak: false });
    }),
  );
  root.add(
    document.struct("P", {}, () => {
      const line = `Kernplein · gemeente ${drawable(poster.municipalityName)}`;
      document.font(regular).fontSize(15).fillColor("#ffffff").text(line, margin, 28, { lineBreak: false });
    }),
  );
  return height;
}
