/** Makes docs/screens/cards anew: every kind of card, in light, dark and high contrast, 320 and 600 px wide, one picture each. */
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { findBrowser } from "../find-browser.mjs";
import { draw, prepare } from "./draw.ts";
import { sampleCards } from "./samples.ts";

const out = fileURLToPath(new URL("../../../docs/screens/cards/", import.meta.url));
const only = process.argv.slice(2);

const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  if (only.length === 0) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const page = await browser.newPage();
  await prepare(page);
  for (const [name, card] of Object.entries(sampleCards)) {
    if (only.length > 0 && !only.includes(name)) continue;
    await draw(page, card);
    const picture = await page.locator("body").screenshot();
    await sharp(picture).png({ palette: true, quality: 90, effort: 8 }).toFile(`${out}${name}.png`);
  }
} finally {
  await browser.close();
}
