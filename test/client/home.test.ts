import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { faultAt, faultsOfForm, looksLikeEmail } from "../../src/client/form-faults.ts";
import { askedOf } from "../../src/client/kernen/asked.ts";
import { homeAt } from "../../src/client/kernen/home-at.ts";
import { municipalityOf, safeReturn } from "../../src/client/members/return-path.ts";
import { asProblem, Problem, readProblem } from "../../src/client/problem.ts";
import { shouldRetry } from "../../src/client/queries.ts";
import { currentItem, navItems, spared } from "../../src/client/shell/nav-items.ts";
import { tabOf } from "../../src/client/tab/tab-of.ts";
import type { ProposalSummary } from "../../src/proposals/contract.ts";
import { paths } from "../../src/shared/links.ts";
import type { PollSummary } from "../../src/voting/contract.ts";

const poll = (id: string, closesAt: string, part: Partial<PollSummary> = {}): PollSummary => ({
  poll: id,
  kern: "arkel",
  kernName: "Arkel",
  proposal: null,
  question: id,
  level: 1,
  form: { kind: "for-against-abstain" },
  state: "open",
  opensAt: "2026-11-01T08:00:00Z",
  closesAt,
  onRoll: true,
  hasVoted: false,
  tally: null,
  ...part,
});

test("first is asked what closes first, then what came back, last what one voted in already", () => {
  const mine = [
    { proposal: "back", title: "back", state: "returned" },
    { proposal: "draft", title: "", state: "draft" },
  ] as ProposalSummary[];
  const polls = [
    poll("later", "2026-12-09"),
    poll("done", "2026-12-01", { hasVoted: true }),
    poll("soon", "2026-12-02"),
    poll("past", "2026-11-02", { state: "closed" }),
    poll("reading along", "2026-12-01", { onRoll: false }),
  ];
  expect(askedOf(polls, mine).map((asked) => asked.id)).toEqual(["soon", "later", "back", "done"]);
});

const resident = {
  municipality: "molenlanden",
  kernen: [{ kern: "arkel" }],
  roles: [{ kern: "arkel" }],
  can: { moderate: false, readOverview: false, administer: false },
};

test("a resident's navigation leads to the kern she reads, and home to her own", () => {
  const items = navItems(resident, { municipality: "molenlanden", kern: "hoornaar" });
  expect(items.map((item) => item.to)).toEqual([
    "/molenlanden/arkel",
    "/molenlanden/hoornaar/voorstellen",
    "/molenlanden/hoornaar/stemmingen",
    "/molenlanden/hoornaar/agenda",
    "/molenlanden/ik",
  ]);
  expect(spared(items)).toEqual([]);
});

test("a kern of another municipality that was read before does not lead one astray", () => {
  const items = navItems(resident, { municipality: "altena", kern: "andel" });
  expect(items[1]?.to).toBe("/molenlanden/arkel/voorstellen");
});

test("staff find their first kern, their desk and the overview; only so many fit under a thumb", () => {
  const officer = {
    ...resident,
    kernen: [],
    roles: [{ kern: "hoornaar" }],
    can: { moderate: true, readOverview: true, administer: false },
  };
  const items = navItems(officer, null);
  expect(items.map((item) => item.name)).toEqual(["kern", "proposals", "polls", "agenda", "desk", "council", "me"]);
  expect(items[0]?.to).toBe("/molenlanden/hoornaar");
  expect(spared(items)).toEqual(["council", "agenda"]);
  const all = navItems({ ...officer, can: { moderate: true, readOverview: true, administer: true } }, null);
  expect(all.length - spared(all).length).toBe(5);
  expect(navItems({ ...officer, roles: [{ kern: null }] }, null).map((item) => item.name)).toEqual(["desk", "council", "me"]);
});

test("the navigation marks where one is, on every kind of page", () => {
  const at = (path: string) => currentItem(path);
  expect(at(paths.kern("molenlanden", "arkel"))).toBe("kern");
  expect(at(paths.proposals("molenlanden", "arkel"))).toBe("proposals");
  expect(at(paths.editProposal("molenlanden", "1"))).toBe("proposals");
  expect(at(paths.poll("molenlanden", "1"))).toBe("polls");
  expect(at(paths.meetings("molenlanden", "arkel"))).toBe("agenda");
  expect(at(paths.newMeeting("molenlanden", "arkel"))).toBe("agenda");
  expect(at(paths.whoComes("molenlanden", "1"))).toBe("agenda");
  expect(at(paths.desk("molenlanden"))).toBe("desk");
  expect(at(paths.kernReading("molenlanden", "arkel"))).toBe("council");
  expect(at(paths.me("molenlanden"))).toBe("me");
  expect(at("/")).toBeNull();
});

test("after signing in one only goes back to a page of ours", () => {
  expect(safeReturn("/molenlanden/arkel?q=steiger")).toBe("/molenlanden/arkel?q=steiger");
  for (const elsewhere of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/aanmelden",
    "/v1/personen/ik",
    "",
    null,
    "a",
  ]) {
    expect(safeReturn(elsewhere)).toBeNull();
  }
  expect(municipalityOf("/molenlanden/arkel")).toBe("molenlanden");
  expect(municipalityOf("/meedoen?gemeente=x")).toBeNull();
  expect(municipalityOf(null)).toBeNull();
});

test("the tab of a kern opens the page under /tab, and in a browser the page itself", () => {
  expect(tabOf("https://kernplein.example", { municipality: "molenlanden", kern: "arkel", name: "Arkel" })).toEqual({
    entityId: "molenlanden/arkel",
    contentUrl: "https://kernplein.example/tab/molenlanden/arkel",
    websiteUrl: "https://kernplein.example/molenlanden/arkel",
    suggestedDisplayName: "Kernplein Arkel",
  });
});

test("a problem of the server is read with its sentence and its fields", () => {
  const body = {
    type: "urn:kernplein:problem:invalid-input",
    title: "T",
    status: 400,
    detail: "Kijk de velden na.",
    code: "invalid-input",
  };
  const fields = [{ path: "options.1", message: "too-long", sentence: "Dit is te lang." }];
  const problem = readProblem(400, JSON.stringify({ ...body, fields }));
  expect([problem.code, problem.sentence, problem.mayPass]).toEqual(["invalid-input", "Kijk de velden na.", false]);
  const faults = faultsOfForm(problem.fields, ["question", "options"], "question");
  expect(faultAt(faults, "options")).toBe("Dit is te lang.");
  expect(faultAt(faults, "question")).toBeUndefined();
});

test("a fault at no field of the form stands at the field that was named for it", () => {
  const faults = faultsOfForm(
    [{ path: "municipality", message: "municipality-required", sentence: "Welke gemeente?" }],
    ["email"],
    "email",
  );
  expect(faults).toEqual([{ field: "email", sentence: "Welke gemeente?" }]);
});

test("an answer that is no problem+json still says what happened", () => {
  const problem = readProblem(502, "<html>Bad gateway</html>");
  expect([problem.status, problem.code, problem.mayPass]).toEqual([502, "http-502", true]);
  expect(asProblem(new TypeError("x")).code).toBe("our-fault");
});

test("only what may pass is asked again, and not for ever", () => {
  const silence = new Problem({ status: 0, code: "unreachable", sentence: "" });
  const refusal = new Problem({ status: 404, code: "not-found", sentence: "" });
  const slow = new Problem({ status: 0, code: "timed-out", sentence: "" });
  expect([shouldRetry(0, silence), shouldRetry(2, silence), shouldRetry(0, refusal), shouldRetry(0, slow)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("what cannot be an e-mail address is noticed before it is sent", () => {
  for (const right of ["a@b.nl", " jan+dorp@voorbeeld.example ", "o'neill@x.co.uk"]) expect(looksLikeEmail(right)).toBe(true);
  for (const wrong of ["", "jan", "jan@", "jan@dorp", "a b@c.nl", "@c.nl"]) expect(looksLikeEmail(wrong)).toBe(false);
});

test.each([
  ["/molenlanden/arkel", { municipality: "molenlanden", kern: "arkel" }],
  ["/altena/almkerk", { municipality: "altena", kern: "almkerk" }],
  ["/", null],
  ["/molenlanden", null],
  [paths.me("molenlanden"), null],
  ["/molenlanden/werkplek", null],
  ["/molenlanden/raad", null],
  ["/molenlanden/beheer", null],
  ["/meedoen/bevestigen", null],
  ["/aanmelden/link", null],
  ["/tab/molenlanden", null],
  [paths.proposals("molenlanden", "arkel"), null],
])("only the home of a kern is asked for early: %s", (path, home) => {
  expect(homeAt(path)).toEqual(home);
});

test("every page of two words that is no kern's is known not to be one", async () => {
  const routes = await readFile(join(import.meta.dirname, "../../src/client/routes.tsx"), "utf8");
  const pages = [...routes.matchAll(/(?:page|bare)\(\s*"(\/[^"/]+\/[^"/]+)"/g)].map(([, path = ""]) => path);
  expect(pages.length).toBeGreaterThan(5);
  for (const path of pages) {
    const isKern = path === "/$gemeente/$kern";
    expect([path, homeAt(path.replace("$gemeente", "molenlanden").replace("$kern", "arkel")) !== null]).toEqual([path, isKern]);
  }
});
