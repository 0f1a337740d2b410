/**
 * Fills an empty Molenlanden with the demo content, through the very actions people use, each at its own time in the past.
 * Nobody is mailed and nothing is posted; only the polls that still run or have yet to open get their jobs.
 */
import { readFileSync } from "node:fs";
import { kernOf } from "../../kernen/index.ts";
import { enrol, memberSince, officersOf } from "../../members/index.ts";
import {
  agreeWithComment,
  answerProposal,
  commentOnProposal,
  finishProposal,
  publishProposal,
  refuseProposal,
  returnProposal,
  saveDraft,
  submitProposal,
  supportProposal,
  takeIntoTreatment,
} from "../../proposals/index.ts";
import { after, dateOf, days } from "../../shared/time.ts";
import type { Action, Actor, Perform, PerformOptions, Tx, Workshop } from "../../shared/work.ts";
import type { DemoProposal, DemoPublished } from "./demo-content.ts";
import { holdMeeting } from "./hold-meetings.ts";
import { holdRich, holdSimple } from "./hold-polls.ts";
import {
  agreeingWith,
  demoComments,
  demoMeetings,
  demoMembers,
  demoPolls,
  demoProposals,
  photoAlts,
  richPolls,
  supportersOf,
  treatmentOf,
} from "./index.ts";

const municipality = "molenlanden";

export interface DemoTools {
  perform: Perform;
  inMunicipality: Workshop["inMunicipality"];
  /** The action that cleans and stores a photo. */
  // biome-ignore lint/suspicious/noExplicitAny: the photo action's schema belongs to the proposals slice
  addPhoto: Action<any, { photo: string }>;
  now: Date;
  /** Called after each part with how much of the whole is done. */
  progress?(done: number, total: number): void;
}

export type Person = Actor & { person: string };
export interface Village {
  members: Person[];
  officer: Person;
}

const silent = () => true;

/** Does nothing and returns false when there are members already. */
export async function loadDemo(tools: DemoTools): Promise<boolean> {
  const kernen = [...new Set(demoMembers.map((member) => member.kern))];
  if (await isInhabited(tools)) return false;
  const people = await enrolEverybody(tools);
  const everybody = [...people.values()];
  const villages = new Map<string, Village>();
  for (const kern of kernen) villages.set(kern, await villageOf(tools, kern, people));
  const photos = await storePhotos(tools, everybody[0] as Person);

  let done = 0;
  const total = demoProposals.length + demoPolls.length + richPolls.length + demoMeetings.length;
  const ids = new Map<string, string>();
  await eachWith(6, demoProposals, async (proposal) => {
    const village = villages.get(proposal.kern) as Village;
    ids.set(proposal.key, await bring(tools, proposal, village.officer, people, photos));
    tools.progress?.(++done, total);
  });
  await eachWith(4, demoPolls, async (poll) => {
    await holdSimple(tools, poll, villages.get(poll.kern) as Village, ids);
    tools.progress?.(++done, total);
  });
  await eachWith(3, richPolls, async (poll) => {
    await holdRich(tools, poll, villages.get(poll.kern) as Village, photos);
    tools.progress?.(++done, total);
  });
  await eachWith(3, demoMeetings, async (meeting) => {
    await holdMeeting(tools, meeting, villages.get(meeting.kern) as Village, ids);
    tools.progress?.(++done, total);
  });
  return true;
}

/** Whether Molenlanden has members already; then nothing is loaded. */
export async function isInhabited({ inMunicipality }: Pick<DemoTools, "inMunicipality">): Promise<boolean> {
  return inMunicipality(municipality, async (tx) => {
    if (!(await kernOf(tx, "arkel")))
      throw new Error("Load the municipality first: kernplein demo load needs Molenlanden's kernen.");
    return (await tx.selectFrom("membership").select("person_id").limit(1).execute()).length > 0;
  });
}

async function enrolEverybody({ inMunicipality, now }: DemoTools): Promise<Map<string, Person>> {
  return inMunicipality(municipality, async (tx) => {
    const people = new Map<string, Person>();
    for (const { key, name, email, kern, joinedDaysAgo } of demoMembers) {
      const person = await enrol(tx, {
        name,
        email,
        kern,
        language: "nl",
        since: after(now, -days(joinedDaysAgo)),
      });
      await sayWelcomed(tx, person, kern);
      people.set(key, { municipality, person, roles: [{ role: "resident", kern }], channel: "cli", language: "nl" });
    }
    return people;
  });
}

/** Their welcome mails went out long ago, so the first provisioning does not send three hundred. */
async function sayWelcomed(tx: Tx, person: string, kern: string): Promise<void> {
  const since = await memberSince(tx, person, kern);
  if (!since) return;
  const row = {
    municipality_id: municipality,
    message_key: `mail team ${person} ${kern} ${since.toISOString()}`,
    channel: "mail",
    state: "sent",
    at: since,
  };
  await tx.insertInto("message_sent").values(row).execute();
}

async function villageOf({ inMunicipality }: DemoTools, kern: string, people: Map<string, Person>): Promise<Village> {
  const [officer] = await inMunicipality(municipality, (tx) => officersOf(tx, kern));
  if (!officer) throw new Error(`The kern ${kern} has no officer.`);
  return {
    members: [...people]
      .filter(([key]) => key.startsWith(`${kern}-`) && /^\d+$/.test(key.slice(kern.length + 1)))
      .map(([, person]) => person),
    officer: { municipality, person: officer.person, roles: [{ role: "officer", kern }], channel: "cli", language: "nl" },
  };
}

async function storePhotos({ perform, addPhoto }: DemoTools, owner: Person): Promise<Map<string, string>> {
  const photos = new Map<string, string>();
  for (const name of new Set(demoProposals.flatMap(({ photo }) => photo ?? []))) {
    const bytes = readFileSync(new URL(`./photos/${name}`, import.meta.url));
    photos.set(
      name,
      (await perform(addPhoto, owner, { bytes: new Uint8Array(bytes), contentType: "image/jpeg" }, { quiet: silent })).photo,
    );
  }
  return photos;
}

async function bring(
  { perform, now }: DemoTools,
  proposal: DemoProposal,
  officer: Actor,
  people: Map<string, Person>,
  photos: Map<string, string>,
): Promise<string> {
  const author = people.get(proposal.authorKey) as Person;
  const ago = (count: number): PerformOptions => ({ receivedAt: after(now, -days(count)), quiet: silent });
  const written = proposal.state === "draft" ? 2 : proposal.submittedDaysAgo;
  const photo = proposal.photo ? (photos.get(proposal.photo) ?? null) : null;
  const { proposal: id } = await perform(
    saveDraft,
    author,
    {
      kern: proposal.kern,
      title: proposal.title,
      body: proposal.text,
      place: proposal.place ?? null,
      photo,
      photoAlt: proposal.photo ? photoAlts[proposal.photo] : "",
    },
    ago(written),
  );
  if (proposal.state === "draft") return id;
  await perform(submitProposal, author, { proposal: id }, ago(proposal.submittedDaysAgo));
  if (proposal.state === "returned")
    await perform(returnProposal, officer, { proposal: id, reason: proposal.reason }, ago(proposal.decidedDaysAgo));
  if (proposal.state === "refused")
    await perform(refuseProposal, officer, { proposal: id, reason: proposal.reason }, ago(proposal.decidedDaysAgo));
  if (proposal.state !== "published") return id;
  await perform(publishProposal, officer, { proposal: id }, ago(proposal.publishedDaysAgo));
  const joined = new Map(demoMembers.map(({ key, joinedDaysAgo }) => [key, joinedDaysAgo]));
  for (const [number, key] of supportersOf(proposal).entries()) {
    const spread = (proposal.publishedDaysAgo * (proposal.supportersCount - number)) / (proposal.supportersCount + 1);
    const when = Math.min(spread, joined.get(key) ?? spread);
    await perform(supportProposal, people.get(key) as Person, { proposal: id }, ago(when));
  }
  for (const comment of demoComments.filter(({ proposalKey }) => proposalKey === proposal.key)) {
    const writer = people.get(comment.authorKey) as Person;
    const placed = await perform(
      commentOnProposal,
      writer,
      { proposal: id, stance: comment.stance, body: comment.text },
      ago(comment.daysAgo),
    );
    for (const key of agreeingWith(comment)) {
      await perform(
        agreeWithComment,
        people.get(key) as Person,
        { proposal: id, comment: placed.comment },
        ago(comment.daysAgo / 2),
      );
    }
  }
  await treat(perform, officer, id, proposal, now);
  return id;
}

/** After all support and talk: an answer ends the support. */
async function treat(perform: Perform, officer: Actor, proposal: string, demo: DemoPublished, now: Date): Promise<void> {
  const treatment = treatmentOf(demo);
  if (!treatment) return;
  const { handledBy, takenDaysAgo, answerInDays, answer, finish } = treatment;
  const ago = (count: number): PerformOptions => ({ receivedAt: after(now, -days(count)), quiet: silent });
  const answerDue = answerInDays === null ? null : dateOf(after(now, days(answerInDays)));
  await perform(takeIntoTreatment, officer, { proposal, handledBy, answerDue }, ago(takenDaysAgo));
  if (!answer) return;
  const { outcome, text, signedBy, daysAgo } = answer;
  await perform(answerProposal, officer, { proposal, outcome, text, signedBy }, ago(daysAgo));
  if (finish) await perform(finishProposal, officer, { proposal, text: finish.text }, ago(finish.daysAgo));
}

/** Works through the list with `width` at a time. */
async function eachWith<T>(width: number, list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...list];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
