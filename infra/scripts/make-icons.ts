/** Draws the pictures of the home screen out of src/client/icon.svg, after a change of that drawing. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const client = fileURLToPath(new URL("../../src/client/", import.meta.url));
const drawing = readFileSync(`${client}icon.svg`, "utf8");
/** Of a maskable picture only the inner circle of 80 % is sure to be seen: the ground runs to the edge, the drawing is smaller. */
const maskable = drawing
  .replace('rx="7" ', "")
  .replace(/(<path[^>]*\/>)/, '<g transform="translate(16 16) scale(0.72) translate(-16 -15.5)">$1</g>');

for (const size of [192, 512]) {
  for (const [name, svg] of [
    ["pictogram", drawing],
    ["pictogram-rond", maskable],
  ] as const) {
    await sharp(Buffer.from(svg), { density: (72 * size) / 32 })
      .resize(size, size)
      .png({ palette: true })
      .toFile(`${client}public/${name}-${size}.png`);
  }
}
