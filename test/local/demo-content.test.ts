import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { parse } from "yaml";
import { demoChoice } from "../../src/local/demo/demo-choice.ts";
import {
  agreeingWith,
  answeredKeys,
  type DemoProposal,
  demoComments,
  demoMeetings,
  demoMembers,
  demoPolls,
  demoProposals,
  photoAlts,
  richPolls,
  supportersOf,
  treatmentOf,
} from "../../src/local/demo/index.ts";
import { demoKernen } from "../../src/local/demo/kernen.ts";
import { voterCount } from "../../src/local/demo/polls.ts";
import { planPollInput } from "../../src/voting/contract.ts";
import { budgetOf, refuseChoice } from "../../src/voting/counting/choices.ts";
import { definedOption, faultsOfPlan, optionsFor, usualLevel } from "../../src/voting/rules.ts";

interface MunicipalityFile {
  kernen: { slug: string; location: { latitude: number; longitude: number } }[];
}
const molenlanden: MunicipalityFile = parse(readFileSync("infra/municipalities/molenlanden.yaml", "utf8"));
const slugs = molenlanden.kernen.map(({ slug }) => slug);

const members = new Map(demoMembers.map((member) => [member.key, member]));
const proposals = new Map(demoProposals.map((proposal) => [proposal.key, proposal]));
type Published = Extract<DemoProposal, { state: "published" }>;
const published = demoProposals.filter((proposal): proposal is Published => proposal.state === "published");
const membersOf = (kern: string) => demoMembers.filter((member) => member.kern === kern);
const commentsOn = (key: string) => demoComments.filter(({ proposalKey }) => proposalKey === key);
const mostSupported = [...published].sort((one, other) => other.supportersCount - one.supportersCount).slice(0, 25);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test("the demo lives in exactly the kernen of Molenlanden's municipality file", () => {
  expect(demoKernen.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
  for (const { slug, neighbours } of demoKernen) {
    expect(slugs).toEqual(expect.arrayContaining([...neighbours]));
    expect(neighbours).not.toContain(slug);
  }
});

test("some 300 residents, at least six in every kern, most of them in Nieuw-Lekkerland", () => {
  expect(demoMembers.length).toBeGreaterThanOrEqual(290);
  expect(demoMembers.length).toBeLessThanOrEqual(320);
  const sizes = slugs.map((slug) => membersOf(slug).length);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6);
  expect(Math.max(...sizes)).toBe(membersOf("nieuw-lekkerland").length);
});

test("keys, names and addresses of residents are unique, and no address can exist", () => {
  for (const field of ["key", "name", "email"] as const) {
    expect(new Set(demoMembers.map((member) => member[field])).size).toBe(demoMembers.length);
  }
  for (const { email } of demoMembers) expect(email).toMatch(/^[a-z]+([.-][a-z]+)*@voorbeeld\.example$/);
});

test("there are names that a form must not stumble over", () => {
  const names = demoMembers.map(({ name }) => name);
  expect(names.some((name) => name.includes("ë"))).toBe(true);
  expect(names.some((name) => name.includes("'t "))).toBe(true);
  expect(names.some((name) => name.length === 3)).toBe(true);
  expect(names.some((name) => name.length > 70)).toBe(true);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(100);
});

test("a kern's residents are numbered in the order in which they joined", () => {
  for (const slug of slugs) {
    const joined = membersOf(slug).map(({ joinedDaysAgo }) => joinedDaysAgo);
    expect(Math.min(...joined)).toBeGreaterThan(0);
    expect(joined.at(0)).toBeGreaterThan(joined.at(-1) ?? 0);
  }
});

test("120 proposals with unique keys, in every state a proposal can have before an answer", () => {
  expect(proposals.size).toBe(120);
  const counts = Object.fromEntries(
    (["published", "submitted", "draft", "returned", "refused"] as const).map((state) => [
      state,
      demoProposals.filter((proposal) => proposal.state === state).length,
    ]),
  );
  expect(counts).toEqual({ published: 93, submitted: 14, draft: 6, returned: 4, refused: 3 });
});

test("what the municipality did with a proposal happened in order, after its publication, and all outcomes occur", () => {
  const treated = published.flatMap((proposal) => treatmentOf(proposal) ?? []);
  for (const proposal of published) {
    const treatment = treatmentOf(proposal);
    if (!treatment) continue;
    const { takenDaysAgo, answerInDays, answer, finish } = treatment;
    expect(takenDaysAgo).toBeLessThan(proposal.publishedDaysAgo);
    if (answerInDays !== null) expect(-answerInDays).toBeLessThan(takenDaysAgo);
    if (answer) expect(answer.daysAgo).toBeLessThan(takenDaysAgo);
    if (finish) expect(finish.daysAgo).toBeLessThan(answer?.daysAgo ?? 0);
  }
  expect(answeredKeys.filter((key) => !published.some((proposal) => proposal.key === key))).toEqual([]);
  expect(new Set(treated.flatMap(({ answer }) => answer?.outcome ?? []))).toEqual(new Set(["yes", "partly", "no"]));
  const waiting = published.filter((proposal) => proposal.supportersCount >= 10 && !treatmentOf(proposal));
  expect(waiting.length).toBe(6);
  expect(treated.filter(({ answer, answerInDays }) => !answer && (answerInDays ?? 0) < 0)).toHaveLength(2);
});

test("every kern has at least three proposals, of which two to be read by everybody", () => {
  for (const slug of slugs) {
    expect(demoProposals.filter(({ kern }) => kern === slug).length).toBeGreaterThanOrEqual(3);
    expect(published.filter(({ kern }) => kern === slug).length).toBeGreaterThanOrEqual(2);
  }
});

test("titles and texts fit their limits, with one title of 3 and one of 140 characters", () => {
  const lengths = demoProposals.map(({ title }) => title.length);
  expect(Math.min(...lengths)).toBe(3);
  expect(Math.max(...lengths)).toBe(140);
  for (const { text } of demoProposals) {
    expect(text.length).toBeGreaterThanOrEqual(60);
    expect(text.length).toBeLessThanOrEqual(900);
    expect(text.split("\n\n").length).toBeLessThanOrEqual(5);
    expect(text).toBe(text.trim());
  }
});

test("an author lives in the kern and had joined before writing", () => {
  for (const proposal of demoProposals) {
    const author = members.get(proposal.authorKey);
    expect(author?.kern).toBe(proposal.kern);
    if (proposal.state !== "draft") expect(author?.joinedDaysAgo).toBeGreaterThan(proposal.submittedDaysAgo);
  }
});

test("a proposal is published or decided upon after it was submitted, and a decision has its reason", () => {
  for (const proposal of demoProposals) {
    if (proposal.state === "published") expect(proposal.publishedDaysAgo).toBeLessThan(proposal.submittedDaysAgo);
    if (proposal.state === "returned" || proposal.state === "refused") {
      expect(proposal.decidedDaysAgo).toBeLessThan(proposal.submittedDaysAgo);
      expect(proposal.reason.length).toBeGreaterThanOrEqual(20);
    }
  }
});

test("a place on the map lies within three kilometres of its kern", () => {
  for (const { kern, place } of demoProposals) {
    if (!place) continue;
    const centre = molenlanden.kernen.find(({ slug }) => slug === kern)?.location;
    if (!centre) throw new Error(`${kern} has no location`);
    const north = (place.latitude - centre.latitude) * 111.2;
    const east = (place.longitude - centre.longitude) * 111.2 * Math.cos((centre.latitude * Math.PI) / 180);
    expect(Math.hypot(north, east)).toBeLessThan(3);
    expect(place.label.length).toBeLessThanOrEqual(140);
  }
});

test("support can really be given: different members, never the author, the kern's own people first", () => {
  for (const proposal of published) {
    const supporters = supportersOf(proposal);
    expect(proposal.supportersCount).toBeLessThanOrEqual(60);
    expect(supporters.length).toBe(proposal.supportersCount);
    expect(new Set(supporters).size).toBe(supporters.length);
    expect(supporters).not.toContain(proposal.authorKey);
    const own = supporters.filter((key) => members.get(key)?.kern === proposal.kern).length;
    expect(own).toBe(Math.min(proposal.supportersCount, membersOf(proposal.kern).length - 1));
  }
});

test("nobody supports a proposal that is not published", () => {
  for (const proposal of demoProposals) if (proposal.state !== "published") expect(supportersOf(proposal)).toEqual([]);
});

test("some 500 comments, each by a resident of the kern, on a published proposal, after its publication and after joining", () => {
  expect(demoComments.length).toBeGreaterThanOrEqual(480);
  for (const comment of demoComments) {
    const proposal = proposals.get(comment.proposalKey);
    const writer = members.get(comment.authorKey);
    expect(proposal?.state).toBe("published");
    if (proposal?.state !== "published") continue;
    expect(writer?.kern).toBe(proposal.kern);
    expect(comment.daysAgo).toBeLessThan(proposal.publishedDaysAgo);
    expect(comment.daysAgo).toBeGreaterThan(0);
    expect(writer?.joinedDaysAgo).toBeGreaterThan(comment.daysAgo);
    expect(comment.text.length).toBeGreaterThanOrEqual(20);
    expect(comment.text.length).toBeLessThanOrEqual(400);
  }
  expect(new Set(demoComments.map(({ text }) => text)).size).toBe(demoComments.length);
});

test("a discussion runs in the order of time and nobody contradicts himself in it", () => {
  for (const { key, authorKey } of published) {
    const discussion = commentsOn(key);
    const ages = discussion.map(({ daysAgo }) => daysAgo);
    expect(ages).toEqual([...ages].sort((one, other) => other - one));
    for (const comment of discussion.filter(({ stance }) => stance === "against")) {
      expect(comment.authorKey).not.toBe(authorKey);
      expect(discussion).not.toContainEqual(expect.objectContaining({ authorKey: comment.authorKey, stance: "for" }));
    }
  }
});

test("agreement with a comment can really be given by other members of the kern", () => {
  for (const comment of demoComments) {
    const agreeing = agreeingWith(comment);
    expect(agreeing.length).toBe(comment.agreedByCount);
    expect(new Set(agreeing).size).toBe(agreeing.length);
    expect(agreeing).not.toContain(comment.authorKey);
  }
});

test("the 25 most supported proposals are argued both ways; the others have at most five comments", () => {
  for (const { key } of mostSupported) {
    const discussion = commentsOn(key);
    expect(discussion.length).toBeGreaterThanOrEqual(6);
    expect(discussion.length).toBeLessThanOrEqual(14);
    for (const stance of ["for", "against"]) {
      expect(discussion.filter((comment) => comment.stance === stance).length).toBeGreaterThanOrEqual(2);
    }
  }
  for (const proposal of published) {
    if (!mostSupported.includes(proposal)) expect(commentsOn(proposal.key).length).toBeLessThanOrEqual(5);
  }
});

test("22 polls: eight running, the first to close in an hour, eleven closed, three to come", () => {
  const all = [...demoPolls, ...richPolls];
  const running = all.filter((poll) => poll.opensDaysFromNow < 0 && poll.closesDaysFromNow > 0);
  expect(running.length).toBe(8);
  expect(Math.min(...running.map((poll) => poll.closesDaysFromNow)) * 24).toBeCloseTo(1);
  expect(Math.max(...running.map((poll) => poll.closesDaysFromNow))).toBe(12);
  expect(all.filter((poll) => poll.closesDaysFromNow < 0).length).toBe(11);
  expect(all.filter((poll) => poll.opensDaysFromNow > 0).length).toBe(3);
  expect(new Set(all.map(({ key }) => key)).size).toBe(22);
});

test("every poll asks about a published proposal of its own kern, or about none", () => {
  for (const { kern, proposalKey, closesDaysFromNow, opensDaysFromNow, question, options } of demoPolls) {
    expect(slugs).toContain(kern);
    expect(closesDaysFromNow).toBeGreaterThan(opensDaysFromNow);
    expect(question.length).toBeLessThanOrEqual(200);
    if (Array.isArray(options)) {
      expect(options.length).toBeGreaterThanOrEqual(2);
      expect(options.length).toBeLessThanOrEqual(6);
    }
    if (!proposalKey) continue;
    const proposal = published.find(({ key }) => key === proposalKey);
    expect(proposal?.kern).toBe(kern);
    expect(proposal?.publishedDaysAgo).toBeGreaterThan(-opensDaysFromNow);
  }
});

test("no poll has more ballots than there were members when it opened", () => {
  for (const poll of demoPolls) {
    const ballots = sum(poll.votes);
    expect(poll.turnout).toBeCloseTo(ballots / voterCount(poll));
    expect(poll.turnout).toBeLessThanOrEqual(1);
    if (poll.opensDaysFromNow > 0) expect(ballots).toBe(0);
    else expect(poll.votes.length).toBe(poll.options === "for-against-abstain" ? 3 : poll.options.length);
  }
});

test("every ballot of a budget, a ranking or hearts obeys its form, and there are voters enough", () => {
  for (const poll of richPolls) {
    const plan = planPollInput.parse({
      kern: poll.kern,
      question: poll.question,
      explanation: poll.explanation,
      form: poll.form,
      count: poll.count,
      options: poll.options.map(({ photo: _photo, place: _place, ...option }) => option),
      opensAt: "2026-11-01T08:00:00Z",
      closesAt: "2026-11-08T20:00:00Z",
    });
    const count = plan.count;
    if (!count) throw new Error(poll.key);
    expect(faultsOfPlan(plan, count, usualLevel(count))).toEqual([]);
    const options = optionsFor(plan.form, plan.options).map(definedOption);
    const ids = options.map(({ id }) => id);
    for (const marks of poll.ballots)
      expect(refuseChoice(plan.form, options, budgetOf(count), demoChoice(plan.form, ids, marks))).toBeNull();
    expect(poll.ballots.length).toBeLessThanOrEqual(voterCount(poll));
  }
});

test("a closed poll in a tiny kern has fewer than ten ballots", () => {
  const small = demoPolls.filter(({ closesDaysFromNow, votes }) => closesDaysFromNow < 0 && sum(votes) < 10);
  expect(small.map(({ kern }) => kern)).toContain("wijngaarden");
});

test("every picture is there, 1200 by 800, at most 60 KB, with its drawing, used and described", async () => {
  const used = new Set(demoProposals.flatMap(({ photo }) => photo ?? []));
  expect([...used].sort()).toEqual(Object.keys(photoAlts).sort());
  for (const name of used) {
    const path = `src/local/demo/photos/${name}`;
    expect(statSync(path).size).toBeLessThanOrEqual(60 * 1024);
    expect(await sharp(path).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 800 });
    expect(existsSync(path.replace(".jpg", ".svg"))).toBe(true);
  }
});

test("meetings are about proposals of their kern, more people answer than fit only where there is a line, and one is off", () => {
  for (const { kern, proposalKeys = [], coming, notComing, inDays, cancelReason, minutes } of demoMeetings) {
    expect(coming + notComing).toBeLessThan(membersOf(kern).length);
    for (const key of proposalKeys) expect(proposals.get(key)).toMatchObject({ kern, state: "published" });
    expect(minutes !== undefined).toBe(inDays < 0);
    if (cancelReason) expect(inDays).toBeGreaterThan(1);
  }
  const full = demoMeetings.filter(({ capacity, coming }) => capacity !== undefined && coming > capacity);
  expect(full.map(({ key }) => key)).toEqual(["arkel-molen"]);
  expect(demoMeetings.filter(({ cancelReason }) => cancelReason)).toHaveLength(1);
  expect(new Set(demoMeetings.map(({ key }) => key)).size).toBe(demoMeetings.length);
});

test("the content hangs on no clock and no dice: the residents are the same whoever loads them", () => {
  const sample = ["arkel-01", "nieuw-lekkerland-52", "wijngaarden-06"].map((key) => members.get(key));
  expect(sample).toMatchInlineSnapshot(`
[
  {
    "email": "aafke.aardewijn@voorbeeld.example",
    "joinedDaysAgo": 212,
    "kern": "arkel",
    "key": "arkel-01",
    "name": "Aafke Aardewijn",
  },
  {
    "email": "wessel.meerkerk@voorbeeld.example",
    "joinedDaysAgo": 8,
    "kern": "nieuw-lekkerland",
    "key": "nieuw-lekkerland-52",
    "name": "Wessel Meerkerk",
  },
  {
    "email": "femke.lekkerkerk@voorbeeld.example",
    "joinedDaysAgo": 2,
    "kern": "wijngaarden",
    "key": "wijngaarden-06",
    "name": "Femke Lekkerkerk",
  },
]
`);
});
