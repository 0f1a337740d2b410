/** Draws the icons of the app package from their SVGs: `node appPackage/draw-icons.ts`. */
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Drawn large and scaled down, so that thin lines stay even. */
async function draw(name: string, size: number): Promise<void> {
  await sharp(beside(`${name}.svg`), { density: 72 * 8 })
    .resize(size, size, { kernel: "lanczos3" })
    .png({ compressionLevel: 9, palette: false })
    .toFile(beside(`${name}.png`));
}

await draw("color", 192);
await draw("outline", 32);
