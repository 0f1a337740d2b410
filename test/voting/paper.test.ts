import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { after, minutes } from "../../src/shared/time.ts";
import { itself } from "../../src/shared/work.ts";
import { verifyExport } from "../../src/verifier/index.ts";
import type { PaperBallot, PaperView } from "../../src/voting/contract.ts";
import {
  closePoll,
  discardPaper,
  enterPaper,
  enterPaperAgain,
  finishPaper,
  markPaper,
  publishPaper,
  settlePaper,
  takePaperBack,
  viewExport,
  viewLog,
  viewPaper,
  viewPublicPoll,
} from "../../src/voting/index.ts";
import { closingGraceMs } from "../../src/voting/rules.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import { anOpenPoll, closeAndCount, codeOf, exportOf, type OpenPoll, type Person, visitor, vote } from "../support/voting.ts";

const told: { fact: string }[] = [];
let database: TestDatabase;
let officer: Person;
let volunteer: Person;
const voters: Person[] = [];
const yes: PaperBallot = { chosen: ["for"] };
const no: PaperBallot = { chosen: ["against"] };

beforeAll(async () => {
  database = await testDatabase((fact) => {
    told.push(fact);
    return [];
  });
  await aMunicipality(database);
  officer = await aPerson(database, { name: "Ans Officier", kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  volunteer = await aPerson(database, { name: "Vera Vrijwilliger", roles: [{ role: "volunteer", kern: "arkel" }] });
  for (let number = 0; number < 24; number++) voters.push(await aPerson(database));
});
afterAll(() => database.close());

/** A poll with this many paper ballots handed out (to the last voters) and this many votes for it online (of the first). */
async function polled(handedOut: number, online = 0, level: 1 | 2 = 1): Promise<OpenPoll & { code: string }> {
  const open = await anOpenPoll(database, officer, { level });
  for (const { person } of voters.slice(voters.length - handedOut))
    await database.perform(markPaper, officer, { poll: open.poll, person });
  for (const who of voters.slice(0, online)) await vote(database.perform, open, who, { chosen: ["for"] });
  const { code } = await database.perform(viewPaper, officer, { poll: open.poll });
  return { ...open, code: code ?? "" };
}
type Polled = Awaited<ReturnType<typeof polled>>;

const enter = ({ poll, code }: Polled, ballots: PaperBallot[], who = officer) =>
  database.perform(enterPaper, who, { poll, code, ballots });
const again = ({ poll, code }: Polled, ballots: PaperBallot[], who = volunteer, stack = 1) =>
  database.perform(enterPaperAgain, who, { poll, code, stack, ballots });
const publish = ({ poll }: Polled, stack = 1, who = officer) => database.perform(publishPaper, who, { poll, stack });
const afterClosing = ({ closesAt }: Polled) => ({ receivedAt: after(closesAt, closingGraceMs) });

describe("a stack of paper", () => {
  test("entered alike by two people agrees, and is counted as its own signed batch", async () => {
    const open = await polled(4, 8);
    await enter(open, [yes, no, "spoiled", yes]);
    const view = await again(open, [yes, no, "spoiled", yes]);
    expect(view.stacks).toMatchObject([{ state: "agreed", ballots: 3, spoiled: 1, by: ["Ans Officier", "Vera Vrijwilliger"] }]);
    await publish(open);
    expect((await closeAndCount(database, open)).tally).toMatchObject({ voters: 11, spoiled: 1, leading: ["for"] });
    const file = await exportOf(database.perform, open.poll);
    expect(file).toMatchObject({
      paper: [{ batch: 1, ballots: 3, spoiled: 1, choices: [no, yes, yes] }],
      result: { ballots: 11, roll: { marked: 12, paper: 4, online: 8 } },
    });
    expect((await verifyExport(file)).fault).toBeNull();
    const { rows } = await database.connections.owner.query("select * from paper_entry where poll_id = $1", [open.poll]);
    expect(rows).toEqual([]);
  });

  test("read differently shows where, and is settled by looking at those ballots together", async () => {
    const open = await polled(3);
    await enter(open, [yes, yes, no]);
    const view = await again(open, [yes, no]);
    expect(view.stacks[0]).toMatchObject({
      state: "differs",
      ballots: null,
      differences: [
        { position: 2, first: yes, second: no },
        { position: 3, first: no, second: null },
      ],
    });
    expect(await codeOf(publish(open))).toBe("paper-not-agreed");
    const settle = (...ballots: { position: number; ballot: PaperBallot | null }[]) =>
      database.perform(settlePaper, volunteer, { poll: open.poll, stack: 1, ballots });
    expect(await codeOf(settle({ position: 2, ballot: no }))).toBe("invalid-input");
    expect(await codeOf(settle({ position: 2, ballot: null }, { position: 3, ballot: no }))).toBe("invalid-input");
    const settled = await settle({ position: 2, ballot: no }, { position: 3, ballot: no });
    expect(settled.stacks[0]).toMatchObject({ state: "agreed", ballots: 3, differences: [] });
    expect(await codeOf(settle({ position: 2, ballot: yes }, { position: 3, ballot: no }))).toBe("already-decided");
    expect((await publish(open)).stacks[0]).toMatchObject({ state: "published", ballots: 3, spoiled: 0 });
  });

  test("cannot be entered twice by the same person, nor a third time, nor be seen by the second before", async () => {
    const open = await polled(2);
    await enter(open, [yes, no]);
    expect(await codeOf(again(open, [yes, no], officer))).toBe("paper-same-person");
    const seen = await database.perform(viewPaper, volunteer, { poll: open.poll });
    expect(seen.stacks).toEqual([
      { stack: 1, state: "entered-once", by: ["Ans Officier"], waitsForYou: true, ballots: null, spoiled: null, differences: [] },
    ]);
    const both = await Promise.all([codeOf(again(open, [yes, no])), codeOf(again(open, [yes, no]))]);
    expect(both.sort()).toEqual(["done", "paper-same-person"]);
    const third = await aPerson(database, { roles: [{ role: "volunteer", kern: "arkel" }] });
    expect(await codeOf(again(open, [yes, no], third))).toBe("already-decided");
  });

  test("of another poll is noticed by its letters, and a ballot that breaks the form by its place", async () => {
    const open = await polled(2);
    const other = await polled(0);
    expect(other.code).not.toBe(open.code);
    const wrong = await enter({ ...open, code: other.code }, [yes, { chosen: ["for", "against"] }]).catch(
      (error: unknown) => error,
    );
    expect(wrong).toMatchObject({
      details: { fields: [{ path: "code", message: "wrong-paper-code" }, { path: "ballots.2" }] },
    });
    expect(await codeOf(enter({ ...open, code: open.code.toLowerCase() }, [yes]))).toBe("done");
  });

  test("with more ballots than were handed out is not published, with both numbers; several stacks count together", async () => {
    const open = await polled(2);
    await enter(open, [yes]);
    await again(open, [yes]);
    await publish(open);
    await enter(open, [yes, no]);
    await again(open, [yes, no], volunteer, 2);
    expect(await publish(open, 2).catch((error: unknown) => error)).toMatchObject({
      code: "paper-exceeds-marks",
      details: { ballots: 3, handedOut: 2 },
    });
    const view = await database.perform(discardPaper, officer, { poll: open.poll, stack: 2 });
    expect(view).toMatchObject({
      handedOut: 2,
      published: { ballots: 1, spoiled: 0 },
      stacks: [{ stack: 1, state: "published" }],
    });
    expect(await codeOf(database.perform(discardPaper, officer, { poll: open.poll, stack: 1 }))).toBe("already-decided");
  });

  test("keeps a ballot that was handed out from being taken back", async () => {
    const open = await polled(2);
    await enter(open, [yes]);
    const who = { poll: open.poll, person: voters.at(-1)?.person };
    expect(await codeOf(database.perform(takePaperBack, officer, who))).toBe("paper-entered");
  });

  test("is entered by helpers of the kern and published by its officer", async () => {
    const open = await polled(1);
    const elsewhere = await aPerson(database, { roles: [{ role: "officer", kern: "hoornaar" }] });
    for (const who of [elsewhere, voters[0] as Person]) {
      expect(await codeOf(enter(open, [yes], who))).toBe("not-allowed");
      expect(await codeOf(database.perform(viewPaper, who, { poll: open.poll }))).toBe("not-allowed");
    }
    await enter(open, [yes], volunteer);
    await again(open, [yes], officer);
    expect(await codeOf(publish(open, 1, volunteer))).toBe("not-allowed");
    expect(await codeOf(database.perform(finishPaper, volunteer, { poll: open.poll }))).toBe("not-allowed");
  });
});

describe("the count waits for paper", () => {
  const close = (open: Polled) => database.perform(closePoll, itself("molenlanden"), { poll: open.poll }, afterClosing(open));
  const shown = (open: Polled) => database.perform(viewPublicPoll, visitor, { poll: open.poll }, afterClosing(open));
  const later = <View>(open: Polled, act: (options: { receivedAt: Date }) => Promise<View>) => act(afterClosing(open));
  const factsOf = (name: string) => told.filter(({ fact }) => fact === name).length;

  test("nothing is counted, signed or shown before the paper is in; the last receipts enter the log at once", async () => {
    const open = await polled(3, 11, 2);
    const waits = factsOf("poll-awaits-paper");
    await close(open);
    expect(factsOf("poll-awaits-paper")).toBe(waits + 1);
    expect(await shown(open)).toMatchObject({ state: "closed", tally: null, waitsForPaper: true, turnout: 11 });
    expect((await database.perform(viewLog, visitor, { poll: open.poll })).log).toHaveLength(11);
    expect(await codeOf(database.perform(viewExport, visitor, { poll: open.poll }))).toBe("poll-not-open");
    const { rows } = await database.connections.owner.query("select * from tally where poll_id = $1", [open.poll]);
    expect(rows).toEqual([]);

    const { poll, code } = open;
    await later(open, (at) => database.perform(enterPaper, officer, { poll, code, ballots: [no, no, no] }, at));
    await later(open, (at) => database.perform(enterPaperAgain, volunteer, { poll, code, stack: 1, ballots: [no, no, no] }, at));
    await close(open);
    expect(await shown(open)).toMatchObject({ tally: null, waitsForPaper: true });
    const finished = factsOf("poll-paper-finished");
    await later(open, (at) => database.perform(publishPaper, officer, { poll, stack: 1 }, at));
    expect(factsOf("poll-paper-finished")).toBe(finished + 1);
    await close(open);
    const view = await shown(open);
    expect(view).toMatchObject({ waitsForPaper: false, tally: { voters: 14 } });
    expect((await verifyExport(await exportOf(database.perform, poll))).fault).toBeNull();
    expect(await codeOf(later(open, (at) => database.perform(enterPaper, officer, { poll, code, ballots: [no] }, at)))).toBe(
      "already-counted",
    );
  });

  test("an officer says that no more will come, after the closing time and when no stack is on its way", async () => {
    const open = await polled(2, 1);
    const finish = (at?: { receivedAt: Date }): Promise<PaperView> =>
      database.perform(finishPaper, officer, { poll: open.poll }, at);
    expect(await codeOf(finish())).toBe("poll-still-open");
    await enter(open, [yes]);
    await close(open);
    expect(await codeOf(finish(afterClosing(open)))).toBe("paper-not-agreed");
    await later(open, (at) => database.perform(discardPaper, officer, { poll: open.poll, stack: 1 }, at));
    expect(await finish(afterClosing(open))).toMatchObject({ finished: true, countWaits: false });
    await close(open);
    expect((await shown(open)).tally).toMatchObject({ voters: 1 });
  });

  test("not when nobody got paper, nor when all of it is in before the close", async () => {
    const none = await polled(0, 2);
    await close(none);
    expect((await shown(none)).tally).toMatchObject({ voters: 2 });
    const all = await polled(1, 2);
    await enter(all, ["spoiled"]);
    await again(all, ["spoiled"]);
    await publish(all);
    expect(await shown({ ...all, closesAt: after(all.closesAt, -minutes(30)) })).toMatchObject({
      tally: null,
      waitsForPaper: false,
    });
    await close(all);
    expect((await shown(all)).tally).toMatchObject({ voters: 2, spoiled: 1 });
    expect((await verifyExport(await exportOf(database.perform, all.poll))).fault).toBeNull();
  });
});
