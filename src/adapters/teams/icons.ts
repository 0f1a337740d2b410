/** The two pictures of the app in Teams: Kernplein's own, or the municipality's, judged before anything is packed. */
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { packageFolder } from "./manifest.ts";

export interface IconFiles {
  /** Path of a PNG of 192 by 192 pixels. */
  color: string;
  /** Path of a PNG of 32 by 32 pixels, white on transparent. */
  outline: string;
}

export const ownIcons: IconFiles = { color: `${packageFolder}color.png`, outline: `${packageFolder}outline.png` };

/**
 * Reads both. Throws one Error that lists what Teams would refuse, or show as a grey square.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
 */
export async function readIcons({ color, outline }: IconFiles): Promise<{ color: Buffer; outline: Buffer }> {
  const faults: string[] = [];
  const pictures = { color: await picture(color, 192, faults), outline: await picture(outline, 32, faults) };
  if (faults.length === 0 && !(await isWhiteOnTransparent(pictures.outline))) {
    faults.push(`${outline} must be white on a transparent ground, and nothing else`);
  }
  if (faults.length > 0)
    throw new Error(`The icons would be refused by Teams:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  return pictures;
}

async function picture(path: string, side: number, faults: string[]): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => null);
  const found =
    bytes &&
    (await sharp(bytes)
      .metadata()
      .catch(() => null));
  if (!bytes) faults.push(`${path} is not there`);
  else if (found?.format !== "png") faults.push(`${path} is not a PNG`);
  else if (found.width !== side || found.height !== side) {
    faults.push(`${path} must be ${side} by ${side} pixels (it is ${found.width} by ${found.height})`);
  }
  return bytes ?? Buffer.alloc(0);
}

async function isWhiteOnTransparent(bytes: Buffer): Promise<boolean> {
  const { data } = await sharp(bytes).ensureAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  let clear = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) clear += 1;
    else if (data[at] !== 255 || data[at + 1] !== 255 || data[at + 2] !== 255) return false;
  }
  return clear > 0 && clear < data.length / 4;
}
