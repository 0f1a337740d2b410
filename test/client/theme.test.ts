import { expect, test } from "@jest/globals";
import { contrast, mix } from "../../src/client/mix.ts";
import { groundOf, themeOf } from "../../src/client/theme.ts";
import { accentNames } from "../../src/kernen/kern-identity.ts";

test("mixing goes from the one colour to the other", () => {
  expect([mix("#000000", "#ffffff", 0), mix("#000000", "#ffffff", 0.5), mix("#102030", "#ffffff", 1)]).toEqual([
    "#000000",
    "#808080",
    "#ffffff",
  ]);
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

test.each(["light", "dark"] as const)(
  "every accent reads in the %s theme, on its button and as a link, in and outside Teams",
  async (mode) => {
    const ground = await groundOf(mode);
    for (const accent of accentNames) {
      for (const insideTeams of [true, false]) {
        const theme = themeOf(ground, mode, accent, insideTeams);
        for (const button of [theme.colorBrandBackground, theme.colorBrandBackgroundHover, theme.colorBrandBackgroundPressed]) {
          expect(contrast(theme.colorNeutralForegroundOnBrand, button)).toBeGreaterThanOrEqual(4.5);
        }
        for (const paper of [theme.colorNeutralBackground1, theme.colorNeutralBackground3, theme.colorBrandBackground2]) {
          expect([accent, mode, contrast(theme.colorBrandForegroundLink, paper) >= 4.5]).toEqual([accent, mode, true]);
        }
      }
    }
  },
);

test.each(["light", "dark"] as const)("orange, red and grey words read on every paper of the %s theme", async (mode) => {
  const ground = await groundOf(mode);
  for (const insideTeams of [true, false]) {
    const theme = themeOf(ground, mode, "pine", insideTeams);
    for (const paper of [theme.colorNeutralBackground1, theme.colorNeutralBackground3]) {
      for (const ink of [
        theme.colorStatusWarningForeground3,
        theme.colorStatusDangerForeground1,
        theme.colorNeutralForeground3,
      ]) {
        expect([ink, paper, contrast(ink, paper) >= 4.5]).toEqual([ink, paper, true]);
      }
    }
  }
});

test("high contrast has no accent: Teams' own theme there, the system's colours in a browser", async () => {
  const ground = await groundOf("contrast");
  const teams = themeOf(ground, "contrast", "river", true);
  expect(teams.colorBrandForegroundLink).toBe(ground.colorBrandForegroundLink);
  const browser = themeOf(ground, "contrast", "river", false);
  expect([browser.colorNeutralBackground1, browser.colorNeutralForeground1, browser.colorBrandForegroundLink]).toEqual([
    "Canvas",
    "CanvasText",
    "LinkText",
  ]);
});
