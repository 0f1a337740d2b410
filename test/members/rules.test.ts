import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  isMemberOf,
  isOfficerOf,
  lacksReason,
  mayAdminister,
  mayModerate,
  mayReadOverview,
  officerKernen,
  refuseAddress,
  refuseLink,
} from "../../src/members/rules.ts";
import { staffOf } from "../../src/members/staff.ts";
import type { Actor, Role, RoleGrant } from "../../src/shared/work.ts";

const actor = (...roles: RoleGrant[]): Actor => ({ municipality: "m", person: "p", roles, channel: "web", language: "nl" });
const grant = (role: Role, kern: string | null = null): RoleGrant => ({ role, kern });

describe("addresses Microsoft refuses", () => {
  test.each([...'+~!#$%^&*()=[]{}\\/|;:"<>?,'])("an address with %s has no guest account", (sign) => {
    expect(refuseAddress(`jan${sign}arkel@voorbeeld.example`)).toBe(sign);
  });

  test.each([
    "jan@voorbeeld.example",
    "jan.de_boer-2@post.voorbeeld.example",
    "o'brien@voorbeeld.example",
    "josé@voorbeeld.example",
  ])("%s is taken", (email) => expect(refuseAddress(email)).toBeNull());
});

describe("who may do what", () => {
  test("a role in one kern says nothing about another", () => {
    const officer = actor(grant("officer", "arkel"), grant("resident", "hoornaar"));
    expect([isOfficerOf(officer, "arkel"), isOfficerOf(officer, "hoornaar")]).toEqual([true, false]);
    expect([isMemberOf(officer, "arkel"), isMemberOf(officer, "hoornaar")]).toEqual([false, true]);
    expect(officerKernen(officer, ["arkel", "hoornaar", "langerak"])).toEqual(["arkel"]);
    expect(officerKernen(actor(grant("officer")), ["arkel", "hoornaar"])).toEqual(["arkel", "hoornaar"]);
  });

  test("reading the overview, moderating and administering each have their roles", () => {
    const can = (role: Role) => [mayModerate, mayReadOverview, mayAdminister].map((may) => may(actor(grant(role))));
    expect(can("resident")).toEqual([false, false, false]);
    expect(can("volunteer")).toEqual([false, false, false]);
    expect(can("councillor")).toEqual([false, true, false]);
    expect(can("officer")).toEqual([true, true, false]);
    expect(can("admin")).toEqual([false, true, true]);
  });

  test("nobody is anything without having signed in", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Role>("resident", "officer", "councillor", "admin")), (roles) => {
        const nobody = { ...actor(...roles.map((role) => grant(role))), person: null };
        expect([isMemberOf, isOfficerOf].some((may) => may(nobody, "arkel"))).toBe(false);
        expect([mayModerate, mayReadOverview, mayAdminister].some((may) => may(nobody))).toBe(false);
      }),
    );
  });
});

describe("links", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const earlier = new Date("2026-11-22T11:59:59Z");
  const later = new Date("2026-11-22T12:00:01Z");
  test("work until their time, not at it", () => {
    expect(refuseLink({ usedAt: null, expiresAt: later }, now)).toBeNull();
    expect(refuseLink({ usedAt: null, expiresAt: now }, now)).toBe("link-expired");
  });
  test("that were used are told as used, also after their time", () => {
    expect(refuseLink({ usedAt: earlier, expiresAt: later }, now)).toBe("link-used");
    expect(refuseLink({ usedAt: earlier, expiresAt: earlier }, now)).toBe("link-used");
  });
});

test("only a refusal needs a reason", () => {
  expect(lacksReason("accepted", "")).toBe(false);
  expect(lacksReason("refused", "nee")).toBe(true);
  expect(lacksReason("refused", "U woont in Altena.")).toBe(false);
});

test("one address in two lists of the file is one person with both roles", () => {
  const staff = staffOf({
    officers: [{ name: "Ina Fictief", email: "ina@molenlanden.example", phone: "088 000 00 01", kernen: ["arkel", "hoornaar"] }],
    councillors: [{ name: "Rik Fictief", email: "rik@molenlanden.example" }],
    admins: [{ name: "I. Fictief", email: "INA@molenlanden.example" }],
  });
  expect(staff).toEqual([
    {
      name: "Ina Fictief",
      email: "ina@molenlanden.example",
      phone: "088 000 00 01",
      photo: null,
      grants: [
        { role: "officer", kern: "arkel" },
        { role: "officer", kern: "hoornaar" },
        { role: "admin", kern: "*" },
      ],
    },
    {
      name: "Rik Fictief",
      email: "rik@molenlanden.example",
      phone: null,
      photo: null,
      grants: [{ role: "councillor", kern: "*" }],
    },
  ]);
});
