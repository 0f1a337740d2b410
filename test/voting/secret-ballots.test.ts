import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { newBallot } from "../../src/client/voting/kept.ts";
import { blindAsk } from "../../src/client/voting/pass.ts";
import { isReceipt } from "../../src/client/voting/slip.ts";
import { after, minutes } from "../../src/shared/time.ts";
import { type Actor, itself } from "../../src/shared/work.ts";
import { verifyExport } from "../../src/verifier/index.ts";
import { castBallot, closePoll, getPass, sealBatch, viewExport, viewLog, viewPoll } from "../../src/voting/index.ts";
import { markForPaper, placesOf } from "../../src/voting/roll-store.ts";
import { commitmentOf } from "../../src/voting/signing.ts";
import { aMunicipality, aPerson, type TestDatabase, testDatabase } from "../support/database.ts";
import {
  aDevice,
  anOpenPoll,
  closeAndCount,
  codeOf,
  exportOf,
  type OpenPoll,
  type Person,
  visitor,
  vote,
} from "../support/voting.ts";

let database: TestDatabase;
let officer: Person;
const voters: Person[] = [];
const municipality = "molenlanden";

beforeAll(async () => {
  database = await testDatabase();
  await aMunicipality(database);
  officer = await aPerson(database, { kernen: [], roles: [{ role: "officer", kern: "arkel" }] });
  for (let number = 0; number < 100; number++) voters.push(await aPerson(database, { name: `Inwoner ${number}` }));
});
afterAll(() => database.close());

const voter = (number: number) => voters[number] as Person;
const open = (level: 1 | 2, plan = {}, minutesOpen = 60) => anOpenPoll(database, officer, { level, ...plan }, minutesOpen);
const chosen = (option: string) => ({ chosen: [option] });
const cast = (poll: OpenPoll, who: Actor, option: string, receivedAt?: Date) =>
  vote(database.perform, poll, who, chosen(option), receivedAt);

describe.each([1, 2] as const)("one ballot a person, at level %i", (level) => {
  test("a later slip of the same device replaces the earlier one; a second device gets nothing", async () => {
    const poll = await open(level);
    const device = await cast(poll, voter(0), "for");
    await device.cast(voter(0), chosen("against"));
    expect(device.kept.receipts).toHaveLength(2);
    expect(await codeOf(cast(poll, voter(0), "for"))).toBe(level === 1 ? "already-voted" : "pass-taken");
    expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1, leading: ["against"] });
  });

  test("fifty devices of one person at the same moment make one ballot", async () => {
    const poll = await open(level);
    const outcomes = await Promise.all(Array.from({ length: level === 1 ? 50 : 8 }, () => codeOf(cast(poll, voter(1), "for"))));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["done", level === 1 ? "already-voted" : "pass-taken"]));
    expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1 });
  });

  test("a slip sent again after a lost answer counts once and gets the same receipt, also when twenty arrive together", async () => {
    const poll = await open(level);
    const device = aDevice(database.perform, poll);
    await device.takePass(voter(2));
    const { slip, receipt } = await device.cast(voter(2), chosen("for"));
    const unsent = { ...device.kept, unsent: slip, receipts: [] };
    const again = await Promise.all(
      Array.from({ length: 20 }, () => aDevice(database.perform, poll, unsent).cast(voter(2), chosen("for"))),
    );
    for (const one of again) expect(one).toEqual({ slip, receipt });
    expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1 });
  });

  test("a device that is behind learns the highest version and goes on from there", async () => {
    const poll = await open(level);
    const first = await cast(poll, voter(3), "for");
    const second = aDevice(database.perform, poll, { ...first.kept, version: 0, receipts: [] });
    const refusal = await second.cast(voter(3), chosen("against")).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "version-behind", details: { highest: 1 } });
    second.catchUp(1);
    await second.cast(voter(3), chosen("against"));
    expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1, leading: ["against"] });
  });

  test("the receipt is signed by the poll's key over the slip's own fingerprint", async () => {
    const poll = await open(level);
    const device = aDevice(database.perform, poll);
    await device.takePass(voter(4));
    const { slip, receipt } = await device.cast(voter(4), chosen("for"));
    const commitment = commitmentOf({ poll: poll.poll, ...slip });
    const signKey = poll.view.definition?.signKey ?? "";
    expect(isReceipt(poll.poll, commitment, receipt, signKey)).toBe(true);
    expect(isReceipt(poll.poll, commitment.replace(/^./, "0"), receipt, signKey)).toBe(commitment.startsWith("0"));
  });

  test("who has voted on paper is refused online, and the other way round", async () => {
    const poll = await open(level);
    const onPaper = (who: Person) =>
      database.connections.inMunicipality(municipality, async (tx) => {
        const [place = null] = await placesOf(tx, poll.poll, [{ person: who.person, helper: null }]);
        return markForPaper(tx, poll.poll, place, database.clock.now);
      });
    expect(await onPaper(voter(5))).toBe("marked");
    expect(await codeOf(cast(poll, voter(5), "for"))).toBe("voted-on-paper");
    await cast(poll, voter(6), "for");
    expect(await onPaper(voter(6))).toBe("already-voted");
    expect(await onPaper(voter(5))).toBe("voted-on-paper");
  });

  test("a made-up option, a broken chain and a slip of another poll are refused", async () => {
    const poll = await open(level);
    expect(await codeOf(cast(poll, voter(7), "a-made-up-option"))).toBe("invalid-input");
    const device = aDevice(database.perform, poll);
    await device.takePass(voter(8));
    const other = newBallot();
    device.kept = { ...device.kept, seed: other.seed };
    if (level === 2) expect(await codeOf(device.cast(voter(8), chosen("for")))).toBe("invalid-input");
    const strange = aDevice(database.perform, { view: { ...poll.view, poll: crypto.randomUUID() } });
    expect(await codeOf(strange.cast(voter(8), chosen("for")))).toBe(level === 2 ? "invalid-input" : "not-found");
  });

  test("who is not on the roll, who came later and who is not signed in cannot vote", async () => {
    const poll = await open(level);
    const outsider = await aPerson(database, { kernen: ["hoornaar"] });
    expect(await codeOf(cast(poll, outsider, "for"))).toBe("not-on-the-roll");
    expect(await codeOf(cast(poll, await aPerson(database), "for"))).toBe("not-on-the-roll");
    expect(await codeOf(cast(poll, { ...voter(9), person: null }, "for"))).toBe("not-signed-in");
  });

  test("a ballot of a poll of the one level cannot be brought to the other's door", async () => {
    const poll = await open(level);
    const wrong = aDevice(database.perform, { view: { ...poll.view, level: level === 1 ? 2 : 1 } });
    wrong.kept = { ...wrong.kept, pass: "A".repeat(342) };
    expect(await codeOf(wrong.cast(voter(9), chosen("for")))).toBe("not-found");
  });

  test("the export of it all is sound", async () => {
    const poll = await open(level);
    for (const [number, option] of ["for", "against", "for", "abstain", "for"].entries()) {
      await cast(poll, voter(number), option);
      await cast(poll, voter(number + 20), option);
      const device = await cast(poll, voter(number + 40), "against");
      await device.cast(voter(number + 40), chosen(option));
    }
    const { tally } = await closeAndCount(database, poll);
    expect(tally).toMatchObject({ voters: 15, leading: ["for"], spoiled: 0 });
    const verdict = await verifyExport(await exportOf(database.perform, poll.poll));
    expect(verdict.fault).toBeNull();
    expect(verdict.sound).toBe(true);
  });

  test("with fewer than ten ballots the export holds totals only, and is sound", async () => {
    const poll = await open(level);
    for (let number = 0; number < 4; number++) await cast(poll, voter(number), "for");
    await closeAndCount(database, poll);
    const file = await exportOf(database.perform, poll.poll);
    expect(file).toMatchObject({ slips: null, result: { ballots: 4, seed: null } });
    expect(await verifyExport(file)).toMatchObject({ sound: true, fault: null });
  });
});

describe("the voting pass", () => {
  test("asking again with the same message gives the same signature, with another one nothing", async () => {
    const poll = await open(2);
    const device = aDevice(database.perform, poll);
    await device.takePass(voter(0));
    const { seed, pass } = device.kept;
    await device.takePass(voter(0));
    expect(device.kept.pass).toBe(pass);
    const other = aDevice(database.perform, poll);
    expect(await codeOf(other.takePass(voter(0)))).toBe("pass-taken");
    const { n = "", e = "" } = poll.view.definition?.passKey ?? {};
    const { blinded } = blindAsk(seed, { n, e });
    expect(await codeOf(database.perform(getPass, voter(1), { poll: poll.poll, blinded }))).toBe("done");
  });

  test("is refused for a message that is none", async () => {
    const poll = await open(2);
    const tooLarge = Buffer.alloc(256, 255).toString("base64url");
    expect(await codeOf(database.perform(getPass, voter(0), { poll: poll.poll, blinded: tooLarge }))).toBe("invalid-input");
    expect((await database.perform(viewPoll, voter(0), { poll: poll.poll })).hasVoted).toBe(false);
  });

  test("taken and not used is no vote, and can be used days later until the poll closes", async () => {
    const poll = await open(2, {}, 60 * 24 * 5);
    const device = aDevice(database.perform, poll);
    await device.takePass(voter(0));
    await aDevice(database.perform, poll).takePass(voter(1));
    await device.cast(voter(0), chosen("for"), after(poll.closesAt, -1));
    expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: 1 });
    expect(await verifyExport(await exportOf(database.perform, poll.poll))).toMatchObject({ sound: true });
  });
});

describe("closing", () => {
  test.each([1, 2] as const)(
    "a hundred ballots race the close at level %i: exactly those that arrived in time count",
    async (level) => {
      const poll = await open(level);
      const many = level === 1 ? 100 : 40;
      const devices = Array.from({ length: many }, () => aDevice(database.perform, poll));
      for (const [number, device] of devices.entries()) await device.takePass(voter(number));
      const outcomes = await Promise.all(
        devices.map(async (device, number) => {
          const receivedAt = after(poll.closesAt, number - many / 2);
          return { receivedAt, outcome: await codeOf(device.cast(voter(number), chosen("for"), receivedAt)) };
        }),
      );
      for (const { receivedAt, outcome } of outcomes) expect(outcome).toBe(receivedAt < poll.closesAt ? "done" : "poll-closed");
      expect((await closeAndCount(database, poll)).tally).toMatchObject({ voters: many / 2 });
    },
  );

  test("counts every acknowledged ballot when casting and closing run at the same moment", async () => {
    const poll = await open(1);
    const inTime = after(poll.closesAt, -1);
    const attempts = Array.from({ length: 100 }, (_, number) =>
      codeOf(cast(poll, voter(number), number % 2 ? "for" : "against", inTime)),
    );
    const [view, ...outcomes] = await Promise.all([closeAndCount(database, poll), ...attempts]);
    expect(view.tally?.voters).toBe(outcomes.filter((outcome) => outcome === "done").length);
    for (const outcome of outcomes) expect(["done", "poll-closed"]).toContain(outcome);
    const verdict = await verifyExport(await exportOf(database.perform, poll.poll));
    expect(verdict.fault).toBeNull();
  });

  test("a ballot after the closing time is refused with that time", async () => {
    const poll = await open(1);
    const refusal = await cast(poll, voter(0), "for", poll.closesAt).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "poll-closed", details: { closedAt: poll.closesAt.toISOString() } });
  });

  test("is refused before the grace has passed and done once when asked twice", async () => {
    const poll = await open(1);
    const tooEarly = database.perform(closePoll, itself(municipality), { poll: poll.poll }, { receivedAt: poll.closesAt });
    await expect(tooEarly).rejects.toMatchObject({ code: "poll-not-open" });
    const { tally } = await closeAndCount(database, poll);
    expect((await closeAndCount(database, poll)).tally).toEqual(tally);
  });

  test("is done by Kernplein itself, never by a person", async () => {
    const { poll } = await open(1);
    await expect(database.perform(closePoll, officer, { poll })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(database.perform(sealBatch, officer, { poll })).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("leaves no private key behind, and nothing to sign with", async () => {
    const poll = await open(2);
    await cast(poll, voter(0), "for");
    await closeAndCount(database, poll);
    const { rows } = await database.connections.owner.query(
      "select sign_private, pass_private from poll_key where poll_id = $1",
      [poll.poll],
    );
    expect(rows).toEqual([{ sign_private: null, pass_private: null }]);
    expect(await codeOf(aDevice(database.perform, poll).takePass(voter(1)))).toBe("poll-closed");
  });
});

describe("what is seen before the count", () => {
  test.each([1, 2] as const)("nobody sees a count, nor a turnout below ten, at level %i", async (level) => {
    const poll = await open(level);
    for (let number = 0; number < 9; number++) await cast(poll, voter(number), "for");
    expect(await database.perform(viewPoll, voter(0), { poll: poll.poll })).toMatchObject({
      tally: null,
      turnout: null,
      hasVoted: true,
    });
    await cast(poll, voter(9), "for");
    for (const who of [voter(50), officer])
      expect(await database.perform(viewPoll, who, { poll: poll.poll })).toMatchObject({
        tally: null,
        turnout: 10,
        hasVoted: false,
      });
    expect(await codeOf(database.perform(viewExport, visitor, { poll: poll.poll }))).toBe("poll-not-open");
  });

  test("taking a pass at level 2 is no turnout", async () => {
    const poll = await open(2);
    for (let number = 0; number < 10; number++) await aDevice(database.perform, poll).takePass(voter(number));
    expect(await database.perform(viewPoll, voter(0), { poll: poll.poll })).toMatchObject({ turnout: null, hasVoted: true });
  });

  test("the log holds fingerprints in batches of twenty or more, a quarter of an hour apart, sorted inside", async () => {
    const poll = await open(1, {}, 120);
    const seal = (after_: number) =>
      database.perform(
        sealBatch,
        itself(municipality),
        { poll: poll.poll },
        { receivedAt: after(poll.opensAt, minutes(after_)) },
      );
    const log = () => database.perform(viewLog, visitor, { poll: poll.poll });
    for (let number = 0; number < 19; number++) await cast(poll, voter(number), "for");
    await seal(15);
    expect(await log()).toMatchObject({ heads: [], log: [] });
    const twentieth = await cast(poll, voter(19), "for");
    await seal(14);
    expect((await log()).heads).toEqual([]);
    await seal(16);
    const first = await log();
    expect(first.heads).toMatchObject([{ batch: 1, size: 20 }]);
    expect(first.log).toEqual([...first.log].sort());
    expect(first.log).toContain(twentieth.kept.receipts[0]?.commitment);
    for (let number = 20; number < 45; number++) await cast(poll, voter(number), "against");
    await twentieth.cast(voter(19), chosen("against"));
    await seal(30);
    expect((await log()).heads).toHaveLength(1);
    await seal(31);
    expect((await log()).heads).toMatchObject([{ size: 20 }, { size: 46 }]);
    await cast(poll, voter(45), "for");
    await closeAndCount(database, poll);
    const { heads } = await log();
    expect(heads).toMatchObject([{ size: 20 }, { size: 46 }, { size: 47 }]);
    const verdict = await verifyExport(await exportOf(database.perform, poll.poll), {
      heads: first.heads,
      receipts: twentieth.kept.receipts.map(({ commitment, receipt }) => ({ poll: poll.poll, commitment, signature: receipt })),
    });
    expect(verdict.fault).toBeNull();
  });

  test("casting leaves no audit row and no job", async () => {
    const poll = await open(2);
    const count = async (table: string) =>
      (await database.connections.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;
    const before = [await count("audit"), await count("graphile_worker.jobs")];
    await cast(poll, voter(0), "for");
    await cast(await open(1), voter(0), "for").catch(() => undefined);
    expect([await count("audit"), await count("graphile_worker.jobs")]).toEqual([(before[0] ?? 0) + 2, before[1]]);
    await expect(database.perform(castBallot, voter(0), { poll: poll.poll })).rejects.toMatchObject({ code: "invalid-input" });
  });
});
