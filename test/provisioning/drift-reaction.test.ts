import { expect, test } from "@jest/globals";
import { makeDriftReaction, nextCheckAfter } from "../../src/provisioning/drift-reaction.ts";
import type { Fact, Tx } from "../../src/shared/work.ts";

test("the check runs at night, each night once", () => {
  const next = (at: string) => nextCheckAfter(new Date(at)).toISOString();
  expect(next("2026-11-22T12:00:00Z")).toBe("2026-11-23T03:30:00.000Z");
  expect(next("2026-11-23T03:29:59Z")).toBe("2026-11-23T03:30:00.000Z");
  expect(next("2026-11-23T03:30:00Z")).toBe("2026-11-24T03:30:00.000Z");
  expect(next("2026-12-31T23:00:00Z")).toBe("2027-01-01T03:30:00.000Z");
});

test("a new team sets the first night, and each night sets the next before it checks, also when the check fails", async () => {
  const done: string[] = [];
  const reaction = makeDriftReaction(
    async (municipality) => {
      done.push(`check ${municipality}`);
      throw new Error("Microsoft is out of reach.");
    },
    {
      clock: () => new Date("2026-11-22T12:00:00Z"),
      inMunicipality: (_, body) => body({} as Tx),
      queueReactions: async (_, municipality, facts) => {
        done.push(`${municipality} ${(facts as readonly (Fact & { at?: string })[])[0]?.at}`);
      },
    },
  );
  const event = (fact: Fact) => ({ municipality: "altena", fact });
  await reaction.run(event({ fact: "team-ready" }));
  expect(done).toEqual(["altena 2026-11-23T03:30:00.000Z"]);
  const due = { fact: "drift-check-due", at: "2026-11-23T03:30:00.000Z" };
  await expect(reaction.run(event(due))).rejects.toThrow("out of reach");
  expect(done).toEqual(["altena 2026-11-23T03:30:00.000Z", "altena 2026-11-23T03:30:00.000Z", "check altena"]);
  expect([reaction.due?.(due)?.toISOString(), reaction.due?.({ fact: "team-ready" })]).toEqual([due.at, undefined]);
  expect(reaction.key?.(event(due))).toBe("watch-drift altena");
});
