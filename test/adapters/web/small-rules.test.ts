import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { accepts } from "../../../src/adapters/web/accept.ts";
import { languageOf } from "../../../src/adapters/web/arrival.ts";
import { safePath } from "../../../src/adapters/web/safe-path.ts";

describe("what an Accept header allows", () => {
  test.each([
    [undefined, "application/json", true],
    ["", "application/json", true],
    ["*/*", "application/json", true],
    ["application/*", "application/json", true],
    ["text/html, application/json;q=0.1", "application/json", true],
    ["application/json;q=0, */*", "application/json", false],
    ["text/html", "application/json", false],
    ["application/problem+json", "application/json", false],
    ["image/webp,*/*;q=0.8", "image/*", true],
    ["image/png", "image/*", true],
    ["text/html", "image/*", false],
    ["application/json;q=nonsense", "application/json", false],
  ])("%j lets %s through: %s", (header, offered, expected) => expect(accepts(header, offered)).toBe(expected));
});

describe("the language of an answer", () => {
  test.each([
    [undefined, "nl"],
    ["nl-NL,nl;q=0.9,en;q=0.8", "nl"],
    ["en-US,en;q=0.9", "en"],
    ["de, en;q=0.5", "en"],
    ["fr", "nl"],
    ["en;q=0.5, nl;q=0.5", "nl"],
    [`${"x,".repeat(5000)}en`, "nl"],
  ])("%j is answered in %s", (header, language) => expect(languageOf(header)).toBe(language));
});

describe("the way back after signing in", () => {
  test.each(["/", "/molenlanden/arkel", "/molenlanden/voorstel/1?van=mail", "/tab/molenlanden"])("%s is kept", (path) =>
    expect(safePath(path)).toBe(path),
  );

  test("never leaves this site, whatever is given", () => {
    const tricky = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom("/", "\\", ".", "..", "@", ":", "evil.example", "%2f", "\t", "\n", " ", "https", "?", "#"), {
          maxLength: 8,
        })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(tricky, (given) => {
        const path = safePath(given);
        expect(path.startsWith("/") && !path.startsWith("//")).toBe(true);
        expect(new URL(path, "https://kernplein.example").origin).toBe("https://kernplein.example");
      }),
      { numRuns: 2000 },
    );
  });
});
