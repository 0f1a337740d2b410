import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let officer: SignedInPerson;
let resident: SignedInPerson;

beforeAll(async () => {
  running = await runningWeb();
  officer = await running.tokenOf({ kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  resident = await running.tokenOf({ kernen: ["arkel"] });
});
afterAll(() => running.close());

const lists = "/v1/kernen/arkel/uitnodigingslijsten";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const post = (path: string, body: unknown, as = officer) => running.send("POST", path, body, as.bearer);

test("a list of 2,000 people goes in one request, and the list of people pages through them", async () => {
  const rows = Array.from(
    { length: 2000 },
    (_, index) => `Inwoner ${index};inwoner.${index}@voorbeeld.example;formulier in het dorpshuis`,
  );
  const file = base64(`naam;e-mail;toestemming\n${rows.join("\n")}`);
  expect(file.length).toBeGreaterThan(64 * 1024);
  expect(await (await post(`${lists}/controles`, { file })).json()).toMatchObject({ willInvite: 2000 });
  expect(await (await post(lists, { file })).json()).toMatchObject({ invited: 2000, failedRows: null });
  const first = await (await running.get("/v1/mensen?q=inwoner.&limit=200&state=invited", officer.bearer)).json();
  expect(first.counts.invited).toBe(2000);
  expect(first.people).toHaveLength(200);
  const next = await running.get(`/v1/mensen?q=inwoner.&limit=200&cursor=${first.cursor}`, officer.bearer);
  expect((await next.json()).people[0].name).not.toBe(first.people[0].name);
}, 30_000);

test("a file with 200,000 rows and one without columns are refused in a sentence", async () => {
  const large = await post(lists, { file: base64(`naam;e-mail\n${"A;a@b.example\n".repeat(200_000)}`) });
  expect(large.status).toBe(413);
  expect((await large.json()).detail).toBe("De inhoud is te groot. Hooguit 1 MB mag.");
  const rows = await post(lists, { file: base64(`naam;e-mail\n${"A;a@b.example\n".repeat(50_000)}`) });
  expect(rows.status).toBe(400);
  expect(JSON.stringify(await rows.json())).toContain("Een bestand mag 2.000 mensen hebben");
  const headless = await post(lists, { file: base64("A;a@b.example\nB;b@b.example") });
  expect(JSON.stringify(await headless.json())).toContain("kolommen naam en e-mail");
});

test("other bodies keep their limit of 64 KB", async () => {
  expect((await post("/v1/kernen/arkel/uitnodigingen", { consent: "x".repeat(70_000) })).status).toBe(413);
});

test("a resident gets neither the list nor the deeds of an officer", async () => {
  expect((await running.get("/v1/mensen", resident.bearer)).status).toBe(403);
  expect((await post(lists, { file: base64("naam;e-mail\nA;a@b.example") }, resident)).status).toBe(403);
  expect((await running.send("DELETE", `/v1/kernen/arkel/mensen/${officer.person}`, undefined, resident.bearer)).status).toBe(
    403,
  );
});

test("who is blocked is a stranger from the very next request, and is let in again when the block is lifted", async () => {
  expect((await running.get("/v1/personen/ik", resident.bearer)).status).toBe(200);
  const block = { kern: "arkel", reason: "U bleef anderen uitschelden." };
  expect((await post(`/v1/mensen/${resident.person}/blokkades`, block)).status).toBe(200);
  expect((await running.get("/v1/personen/ik", resident.bearer)).status).toBe(403);
  const lifted = await running.send("DELETE", `/v1/kernen/arkel/mensen/${resident.person}/blokkades`, undefined, officer.bearer);
  expect(lifted.status).toBe(200);
  expect((await running.get("/v1/personen/ik", resident.bearer)).status).toBe(200);
});
