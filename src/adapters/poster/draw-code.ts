import encodeQR from "qr";
import { type Sheet, sheetWidth } from "./sheet.ts";

/** The code for a camera, dark on white; its address is read aloud instead of it. */
export function drawCode(
  { document, root }: Sheet,
  address: string,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  // A poster gets rained on: a quarter of the squares may be lost.
  const rows = encodeQR(address, "raw", { border: 2, ecc: "quartile" });
  const cell = side / rows.length;
  const scale = document.page.width / sheetWidth;
  const figure = { alt: `QR-code naar ${address}`, bbox: [x, y, x + side, y + side].map((place) => place * scale) };
  root.add(
    document.struct("Figure", figure, () => {
      document.rect(x, y, side, side).fill("#ffffff");
      for (const [line, row] of rows.entries()) {
        for (const [column, dark] of row.entries()) {
          // A hair wider than its place, so that no printer draws a white line between two.
          if (dark) document.rect(x + column * cell, y + line * cell, cell + 0.1, cell + 0.1);
        }
      }
      document.fill("#000000");
    }),
  );
}
