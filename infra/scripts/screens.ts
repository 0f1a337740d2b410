/** Which screens are pictured: by whom, where, and what one does there first. */
import type { Page } from "playwright-core";
import { paths } from "../../src/shared/links.ts";

export interface Screen {
  name: string;
  who: "resident" | "voter" | "officer" | "councillor" | "admin" | null;
  path: string;
  before?: (page: Page) => Promise<void>;
  /** Pictured as large as the window, not to the end of the page. */
  asSeen?: true;
  /** Not in the dark too. */
  light?: true;
  /** Pictured in one size alone. */
  only?: "desktop" | "phone";
}

type Who = "resident" | "voter" | "officer";
interface Tools {
  /** Asks the API as this person. */
  ask<T>(who: Who, path: string, body?: { method: string; content: object }): Promise<T>;
  municipality: string;
}
interface Polls {
  polls: { poll: string; state: string; form: { kind: string }; level: number }[];
}

interface Meetings {
  meetings: { meeting: string; waiting: number; hasMinutes: boolean }[];
}

interface Proposals {
  proposals: { proposal: string }[];
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const day = (number: number) => new Date(Date.now() + number * 86_400_000).toISOString();

/** Finds and makes what the screens show. */
export async function screensOf({ ask, municipality }: Tools): Promise<Screen[]> {
  const polls = async (who: Who, kern: string) => (await ask<Polls>(who, `/v1/stemmingen?kern=${kern}`)).polls;
  const { proposals } = await ask<Proposals>("officer", "/v1/voorstellen?kern=arkel&sort=most-supported");
  const proposal = proposals[0]?.proposal ?? "";
  const answered = (await ask<Proposals>("officer", "/v1/voorstellen?treatment=answered")).proposals[0]?.proposal ?? "";
  const arkel = await polls("officer", "arkel");
  const poll = arkel.find(({ state }) => state === "open")?.poll ?? "";
  const counted = arkel.find(({ state, level }) => state === "closed" && level === 2)?.poll ?? "";
  const budget = (await polls("voter", "nieuw-lekkerland")).find(({ state, level }) => state === "open" && level === 2)?.poll ?? "";
  const upcoming = (await ask<Meetings>("officer", "/v1/kernen/arkel/bijeenkomsten")).meetings;
  const past = (await ask<Meetings>("officer", "/v1/kernen/arkel/bijeenkomsten?when=past")).meetings;
  const meeting = upcoming.find(({ waiting }) => waiting === 0)?.meeting ?? "";
  const full = upcoming.find(({ waiting }) => waiting > 0)?.meeting ?? "";
  const minuted = past.find(({ hasMinutes }) => hasMinutes)?.meeting ?? "";
  const draft = await aDraft(ask);
  const byLetter = await aPollByLetter(ask);
  return [
    { name: "landing", who: null, path: paths.home(), asSeen: true },
    { name: "join", who: null, path: paths.join() },
    { name: "kern-home", who: "resident", path: paths.kern(municipality, "arkel") },
    { name: "proposals", who: "resident", path: paths.proposals(municipality, "arkel") },
    { name: "proposal", who: "resident", path: paths.proposal(municipality, proposal) },
    { name: "answered", who: "resident", path: paths.proposal(municipality, answered) },
    { name: "new-proposal", who: "resident", path: paths.newProposal(municipality, "arkel") },
    { name: "poll", who: "resident", path: paths.poll(municipality, poll) },
    { name: "booth", who: "resident", path: paths.booth(municipality, poll) },
    { name: "agenda", who: "resident", path: paths.meetings(municipality, "arkel") },
    { name: "meeting", who: "resident", path: paths.meeting(municipality, meeting) },
    { name: "meeting-full", who: "resident", path: paths.meeting(municipality, full), light: true },
    { name: "meeting-minutes", who: "resident", path: paths.meeting(municipality, minuted), light: true },
    { name: "plan-meeting", who: "officer", path: paths.newMeeting(municipality, "arkel"), light: true },
    { name: "who-comes", who: "officer", path: paths.whoComes(municipality, full), light: true },
    { name: "me", who: "resident", path: paths.me(municipality) },
    { name: "result", who: "resident", path: paths.poll(municipality, counted), light: true },
    { name: "budget", who: "voter", path: paths.poll(municipality, budget), light: true },
    { name: "booth-choose", who: "voter", path: paths.booth(municipality, budget), before: choose },
    { name: "booth-check", who: "voter", path: paths.booth(municipality, budget), before: check, light: true },
    { name: "receipt", who: "voter", path: paths.booth(municipality, budget), before: cast },
    { name: "hall", who: null, path: paths.hall(municipality, budget), asSeen: true, only: "desktop" },
    {
      name: "verify",
      light: true,
      who: null,
      path: paths.verify(municipality, counted),
      before: (page) => page.getByText("Alles klopt", { exact: true }).waitFor(),
    },
    { name: "desk", who: "officer", path: paths.desk(municipality) },
    { name: "insight", who: "officer", path: paths.insight(municipality) },
    { name: "led-meetings", who: "officer", path: paths.ledMeetings(municipality) },
    { name: "reach", who: "officer", path: paths.reach(municipality) },
    { name: "new-poll", who: "officer", path: paths.newPoll(municipality, "arkel", proposal) },
    { name: "wizard-plans", who: "officer", path: `${paths.pollDraft(municipality, draft)}&stap=plans`, light: true },
    { name: "wizard-check", who: "officer", path: `${paths.pollDraft(municipality, draft)}&stap=check`, light: true },
    { name: "roll", who: "officer", path: paths.deskRoll(municipality, poll), before: findVoter, light: true },
    { name: "letters", who: "officer", path: paths.deskLetters(municipality, byLetter), before: makeLetters, asSeen: true, light: true },
    { name: "paper", who: "officer", path: paths.deskPaper(municipality, poll), light: true },
    { name: "paper-ballot", who: "officer", path: paths.paperBallots(municipality, poll), only: "desktop", light: true },
    { name: "overview", who: "councillor", path: paths.overview(municipality), asSeen: true },
    { name: "kern-reading", who: "councillor", path: paths.kernReading(municipality, "arkel") },
    { name: "admin", who: "admin", path: paths.teams(municipality) },
    { name: "teams", who: null, path: "/local/teams", asSeen: true, light: true },
    { name: "mailbox", who: null, path: "/local/postvak", asSeen: true },
  ];
}

/** A village budget in the making, out of three plans. */
async function aDraft(ask: Tools["ask"]): Promise<string> {
  const draft = crypto.randomUUID();
  const plans = [
    ["Bankjes langs de Linge", "1.200"],
    ["Zwemsteiger in de bocht", "4.500"],
    ["Fruitbomen bij de speeltuin", "900"],
  ];
  const options = plans.map(([label, cost], place) => ({ key: `plan${place}`, label, cost, summary: "Uit een voorstel van het dorp." }));
  const fields = { kind: "budget", question: "Waar gaat € 5.000 van het dorpsbudget naartoe?", budget: "5.000", options, closesAt: day(14).slice(0, 11) + "16:00" };
  await ask("officer", `/v1/stemmingsconcepten/${draft}`, { method: "PUT", content: { kern: "arkel", content: { fields, changes: null } } });
  return draft;
}

/** A vote by letter that is planned, so that its letters can be made. */
async function aPollByLetter(ask: Tools["ask"]): Promise<string> {
  const content = {
    question: "Mag het plein in de zomer autovrij worden?",
    form: { kind: "for-against-abstain" },
    level: 2,
    electorate: { assurance: "letter", per: "person", minAge: null },
    opensAt: day(10),
    closesAt: day(24),
  };
  return (await ask<{ poll: string }>("officer", "/v1/kernen/arkel/stemmingen", { method: "POST", content })).poll;
}

async function findVoter(page: Page): Promise<void> {
  await page.getByRole("searchbox").fill("Aardewijn");
  await page.getByRole("button", { name: "Samen stemmen" }).first().waitFor();
}

async function makeLetters(page: Page): Promise<void> {
  await page.getByLabel("Aantal brieven").fill("3");
  await page.getByLabel("Reservebrieven").fill("1");
  const again = page.getByRole("checkbox");
  if ((await again.count()) > 0) await again.check();
  await press(page, "Brieven maken");
  await page.getByRole("button", { name: "Brieven afdrukken" }).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Into the booth, and two plans ticked. */
async function choose(page: Page): Promise<void> {
  const pass = page.getByRole("button", { name: "Haal uw stempas", exact: true });
  const onward = page.getByRole("button", { name: "Verder", exact: true });
  await pass.or(onward).first().waitFor();
  if (await pass.isVisible()) await pass.click();
  await onward.click();
  const boxes = page.getByRole("checkbox");
  await boxes.first().waitFor();
  for (const place of [0, 2]) await boxes.nth(place).setChecked(true);
}

async function check(page: Page): Promise<void> {
  await choose(page);
  await press(page, "Verder");
  await page.getByRole("heading", { level: 1, name: "Klopt uw keuze?" }).waitFor();
}

async function cast(page: Page): Promise<void> {
  await check(page);
  await press(page, "Stem uitbrengen");
  await page.getByRole("heading", { level: 1, name: "U hebt gestemd" }).waitFor();
}
