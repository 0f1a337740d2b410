import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { added } from "../../src/provisioning/carry-out-run.ts";
import type { Found, FoundStep, Progress, Step } from "../../src/provisioning/contract.ts";
import { identityOf, inScope, isAcceptable, mayTake, signOf, withoutAccepted } from "../../src/provisioning/found.ts";
import { onboardingChecks } from "../../src/provisioning/onboarding.ts";
import { driftFound, faultSaid } from "../../src/provisioning/sayings.ts";

const text = { nl: "x", en: "x" };
const archive = (kern: string, channelId: string): Step => ({
  kern,
  do: "archive-channel",
  key: "groep",
  channelId,
  name: "Groep",
  text,
});
const pin = (kern: string): Step => ({ kern, do: "unarchive-team", teamId: "t", text });

test("signs: what is archived or removed takes something away, and nothing else does", () => {
  expect([signOf(archive("arkel", "1")), signOf(pin("arkel"))]).toEqual(["-", "~"]);
});

test("what takes something away is taken only when that very step was agreed to", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.string(), (agreedIds, id) => {
      const agreed = agreedIds.map((one) => identityOf(archive("arkel", one)));
      expect(mayTake(archive("arkel", id), { kernen: null }, agreed)).toBe(agreedIds.includes(id));
      expect(mayTake(archive("hoornaar", id), { kernen: null }, agreed)).toBe(false);
      expect(mayTake(pin("arkel"), { kernen: null }, agreed)).toBe(true);
      expect(mayTake(pin("arkel"), { kernen: ["hoornaar"] }, agreed)).toBe(false);
    }),
  );
});

const drift = (what: string): FoundStep["drift"] => ({
  what,
  found: text,
  since: null,
  repairedByItself: false,
  acceptable: true,
});
const step = (kern: string, part: FoundStep["part"], what?: string): FoundStep => ({
  kern,
  identity: `${kern} ${what}`,
  sign: "+",
  part,
  text,
  drift: what ? drift(what) : null,
});

test("the scope of an apply: kernen, part, both, neither", () => {
  const steps = [step("arkel", "tabs"), step("arkel", "members"), step("hoornaar", "tabs"), step("hoornaar", "team")];
  const count = (kernen: string[] | null, part: "tabs" | null) => inScope(steps, { kernen, part }).length;
  expect([count(null, null), count(["arkel"], null), count(null, "tabs"), count(["hoornaar"], "tabs")]).toEqual([4, 2, 2, 1]);
});

test("a kern whose only difference is let be is as wanted; one that has more to do is not", () => {
  const kernen: Found["kernen"] = ["arkel", "hoornaar", "langerak"].map((kern) => ({ kern, name: kern, state: "differs" }));
  const steps = [
    step("arkel", "tabs", "a"),
    step("hoornaar", "tabs", "a"),
    step("hoornaar", "tabs"),
    step("langerak", "tabs", "b"),
  ];
  const accepted = ["arkel", "hoornaar", "langerak"].map((kern) => ({ kern, what: "a" }));
  const left = withoutAccepted({ kernen, steps, problems: [] }, accepted);
  expect(left.kernen.map(({ state }) => state)).toEqual(["as-wanted", "unfinished", "differs"]);
  expect(left.steps).toHaveLength(2);
});

test("what Kernplein cannot do without is never let be", () => {
  expect(["app-removed", "team-deleted", "app-outdated", "nonsense"].map(isAcceptable)).toEqual([false, false, false, false]);
  expect(isAcceptable("tab-removed/voorstellen-arkel")).toBe(true);
});

test("a run that was taken up goes on counting, and never says that more is done than there is", () => {
  const numbers = fc.record({ done: fc.nat(99), more: fc.nat(99), kernen: fc.nat(20), moreKernen: fc.nat(20) });
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const of = ({ done, more, kernen, moreKernen }: typeof one): Progress => ({
        kern: "arkel",
        step: text,
        done,
        total: done + more,
        kernenDone: kernen,
        kernenTotal: kernen + moreKernen,
        remainingMs: null,
        waitingFor: null,
      });
      const both = added(of(one), of(other));
      expect(both.done).toBe(one.done + other.done);
      expect(both.total - both.done).toBe(other.more);
      expect(both.kernenDone).toBe(Math.max(one.kernen, other.kernen));
    }),
  );
});

test("sentences for what was found and for what went wrong hold nothing technical", () => {
  expect(driftFound("owner-missing/een@gemeente.example").nl).toBe("een@gemeente.example is geen eigenaar meer.");
  expect(driftFound("member-missing/residents").nl).toBe("Inwoners die meedoen, staan niet in het team.");
  expect(faultSaid(new Error("password=geheim")).nl).toBe("Er ging iets mis bij ons.");
  expect(faultSaid(new TypeError("fetch failed")).nl).toBe("Microsoft is nu niet te bereiken.");
});

test("onboarding: what cannot be read is said to be unseen, what has worked is done, and what is left has a place to click", () => {
  const facts = { reachable: true, token: true, missing: [], appInCatalogue: false, appInTeam: true, guestInvited: false };
  const checks = onboardingChecks({ ...facts, consentLink: "https://login.example/consent" });
  expect(checks.map(({ name, state, link }) => [name, state, link !== null])).toEqual([
    ["consent", "done", false],
    ["app-in-catalogue", "to-do", true],
    ["app-permissions", "done", false],
    ["guest-invitations", "unseen", true],
    ["one-time-passcode", "unseen", true],
  ]);
  const [consent, reachable] = onboardingChecks({
    ...facts,
    reachable: false,
    appInCatalogue: null,
    missing: ["Team.Create"],
    consentLink: "https://login.example/consent",
  });
  expect(consent).toMatchObject({ state: "to-do", link: "https://login.example/consent" });
  expect(consent?.text.nl).toContain("Team.Create");
  expect(reachable).toMatchObject({ name: "reachable", state: "to-do" });
});
