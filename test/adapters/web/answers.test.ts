import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type RunningWeb, runningWeb, type SignedInPerson } from "./running-web.ts";

let running: RunningWeb;
let officer: SignedInPerson;
let resident: SignedInPerson;
let proposal: string;

beforeAll(async () => {
  running = await runningWeb();
  officer = await running.tokenOf({ kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  resident = await running.tokenOf({ kernen: ["arkel"] });
  const draft = { title: "Een bankje bij de molen", body: "Men kan er nergens zitten, en het uitzicht is mooi." };
  const made = await running.send("POST", "/v1/kernen/arkel/voorstellen", draft, resident.bearer);
  proposal = ((await made.json()) as { proposal: string }).proposal;
  await post("indieningen", {}, resident);
  await post("publicaties", {});
});
afterAll(() => running.close());

const post = (noun: string, body: unknown, as = officer) =>
  running.send("POST", `/v1/voorstellen/${proposal}/${noun}`, body, as.bearer);
const answer = { outcome: "yes", text: "Het bankje komt er, bij de rode molen.", signedBy: "Team Groen" };

test("an officer takes a proposal into treatment, answers and finishes it; everybody who is signed in reads it", async () => {
  expect((await post("behandelingen", { handledBy: "De wijkbeheerder kijkt.", answerDue: "2099-01-15" })).status).toBe(200);
  expect((await post("antwoorden", answer)).status).toBe(200);
  expect((await post("afrondingen", { text: "Het bankje staat er." })).status).toBe(200);
  const view = await (await running.get(`/v1/voorstellen/${proposal}`, resident.bearer)).json();
  expect(view).toMatchObject({
    treatment: "done",
    outcome: "yes",
    handling: { handledBy: "De wijkbeheerder kijkt.", answerDue: "2099-01-15" },
    answer: { ...answer, at: expect.any(String) },
    finish: { text: "Het bankje staat er." },
    can: { support: false, comment: true },
  });
  const list = async (query: string) =>
    (await (await running.get(`/v1/voorstellen?${query}`, resident.bearer)).json()) as { total: number };
  expect((await list("treatment=answered")).total).toBe(1);
  expect((await list("treatment=in-treatment")).total).toBe(0);
});

test("what cannot be done is said in a sentence: who may not, what lacks, what was decided, and support after the answer", async () => {
  expect((await post("antwoorden", answer, resident)).status).toBe(403);
  const lacking = await post("antwoorden", { outcome: "misschien", text: "Ja.", signedBy: "" });
  expect(lacking.status).toBe(400);
  const told = JSON.stringify(await lacking.json());
  for (const words of ["Maak een keuze.", "Dit is te kort."]) expect(told).toContain(words);
  expect((await post("behandelingen", { handledBy: "Iemand anders kijkt.", answerDue: "straks" })).status).toBe(400);
  expect((await post("antwoorden", { ...answer, outcome: "no" })).status).toBe(409);
  const neighbour = await running.tokenOf({ kernen: ["arkel"] });
  const late = await running.send("PUT", `/v1/voorstellen/${proposal}/steunbetuigingen/ik`, undefined, neighbour.bearer);
  expect(late.status).toBe(409);
  expect(((await late.json()) as { detail: string }).detail).toBe("Op dit voorstel is geantwoord. Reageren kan nog wel.");
});
