import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { channelName, isChannelName } from "../../src/kernen/channel-name.ts";

test.each([
  ["'t Zand", "t Zand"],
  ["’t Zand", "t Zand"],
  ["'s-Gravenpolder", "s-Gravenpolder"],
  ["Babyloniënbroek", "Babyloniënbroek"],
  ["Babyloniënbroek".normalize("NFD"), "Babyloniënbroek"],
  ["Jeugd & sport", "Jeugd en sport"],
  ["Jeugd&sport", "Jeugd en sport"],
  ["55+", "55 plus"],
  ["100% groen", "100 procent groen"],
  ["Arkel/Rietveld", "Arkel-Rietveld"],
  ["Verkeer, veiligheid", "Verkeer veiligheid"],
  ["v.v. Arkel", "vv Arkel"],
  ["#1 dorp", "1 dorp"],
  ["Wat? <hier>", "Wat hier"],
  ["  veel   ruimte\t", "veel ruimte"],
  ["_intern_", "intern_"],
  ["- Speeltuin -", "Speeltuin"],
  ["...", ""],
  ["###", ""],
  ["", ""],
  ["\u200d", ""],
  ["con", "Groep con"],
  ["Forms", "Groep Forms"],
  ["COM1", "Groep COM1"],
  ["desktop.ini", "desktopini"],
  ["a__vti_b", "a_-vti_b"],
  ["🌷 Tulpenclub", "🌷 Tulpenclub"],
  ["Ijsclub \u202eomgekeerd", "Ijsclub omgekeerd"],
])("channelName(%j) is %j", (given, expected) => {
  expect(channelName(given)).toBe(expected);
});

test("a long name is cut at 50 characters, between whole signs, without a loose end", () => {
  expect(channelName("Lang".repeat(75))).toBe("Lang".repeat(12).concat("La"));
  expect(channelName(`${"a".repeat(49)} b`)).toBe("a".repeat(49));
  expect(channelName(`${"a".repeat(45)}👨‍👩‍👧‍👦`)).toBe("a".repeat(45));
});

test("whatever is given, the outcome is empty or a name Teams takes, and a second time changes nothing", () => {
  const awkward = fc.string({
    unit: fc.constantFrom(
      ..."~#%&*{}+/\\:<>?|'\",._ $-aeë\u0301con1🌷\u200d\ud800\u0000\u0085\u3000",
      "conin$",
      "_vti_",
      "forms",
      "lpt1",
    ),
    maxLength: 80,
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 120 }), fc.string({ unit: "grapheme" }), awkward), (given) => {
      const name = channelName(given);
      expect(name === "" || isChannelName(name)).toBe(true);
      expect(channelName(name)).toBe(name);
    }),
    { numRuns: 5000 },
  );
});

test.each(["", "a/b", "'t Zand", "a..b", "_a", ".a", "a.", " a", "CON", "lpt9", "forms", "x_vti_y", "a\u0007", "a".repeat(51)])(
  "Teams refuses the channel name %j",
  (name) => {
    expect(isChannelName(name)).toBe(false);
  },
);

test.each(["Algemeen", "Dorpsoverleg Giessenburg", "St. Jan", "Vragen - antwoorden", "a".repeat(50)])(
  "Teams takes the channel name %j",
  (name) => {
    expect(isChannelName(name)).toBe(true);
  },
);
