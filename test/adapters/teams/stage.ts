/** A municipality with a bot in it, for tests: the real slices on the real database, activities as Teams sends them. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect } from "@jest/globals";
import { makeBot } from "../../../src/adapters/teams/bot.ts";
import type { Answer, Card } from "../../../src/adapters/teams/engine.ts";
import { readActivity } from "../../../src/adapters/teams/incoming.ts";
import { municipalityOf } from "../../../src/kernen/index.ts";
import type { MembersFact } from "../../../src/members/contract.ts";
import { askToJoin, confirmJoin } from "../../../src/members/index.ts";
import type { Actor, Fact, Perform } from "../../../src/shared/work.ts";
import { botActions, botKnowledge } from "../../../src/wiring/bot.ts";
import { aMunicipality, aPerson, type PersonWish, type TestDatabase, testDatabase } from "../../support/database.ts";
import { channelMessage } from "./bot-framework.ts";

export const municipality = "molenlanden";
export const publicUrl = "https://kernplein.voorbeeld.example";
const serviceUrl = "https://smba.trafficmanager.net/emea/";

export type Known = Actor & { person: string };
export interface Said {
  as?: string;
  alone?: boolean;
  locale?: string;
  more?: Record<string, unknown>;
}

export interface Stage {
  database: TestDatabase;
  tenant: string;
  /** Names of the actions that were performed, in order. */
  performed: string[];
  logged: string[];
  /** What was announced, in order. */
  facts: Fact[];
  /** A confirmed request to take part in Arkel, which waits for the officer. */
  aJoinRequest(name?: string): Promise<string>;
  /** A person with an account in the municipality's tenant, called `as` in what is said. */
  known(as: string, wish?: PersonWish): Promise<Known>;
  turn(activity: Record<string, unknown>): Promise<Answer>;
  say(text: string, said?: Said): Promise<Card>;
  press(verb: string, data: unknown, said?: Said): Promise<Card>;
  invoke(name: string, value: unknown, said?: Said): Promise<{ status: number; body: unknown }>;
  activity(text: string, said?: Said): Record<string, unknown>;
}

export async function aStage(): Promise<Stage> {
  const facts: Fact[] = [];
  const database = await testDatabase((fact) => {
    facts.push(fact);
    return [];
  });
  await aMunicipality(database);
  const { inMunicipality, db } = database.connections;
  const tenant = (await inMunicipality(municipality, municipalityOf)).entraTenantId;
  const oids = new Map<string, string>();
  const performed: string[] = [];
  const logged: string[] = [];
  const note = (details: object, message: string) => logged.push(`${message} ${JSON.stringify(details)}`);
  const perform: Perform = (what, ...asked) => {
    performed.push(what.name);
    return database.perform(what, ...asked);
  };
  const bot = makeBot(
    {
      knows: botKnowledge(db),
      actions: botActions,
      perform,
      inMunicipality,
      publicUrl,
      photoUrl: () => null,
    },
    { info: note, warn: note, error: note },
  );

  function activity(text: string, { as = "vreemde", alone = true, locale = "nl-NL", more = {} }: Said = {}) {
    const from = { id: `29:${as}`, aadObjectId: oids.get(as) ?? "99999999-9999-4999-8999-999999999999" };
    const where = alone
      ? {
          conversation: { id: `a:${as}`, conversationType: "personal", tenantId: tenant },
          channelData: { tenant: { id: tenant } },
        }
      : {};
    return channelMessage(serviceUrl, tenant, text, { from, locale, ...where, ...more });
  }

  async function turn(given: Record<string, unknown>): Promise<Answer> {
    const incoming = readActivity(given);
    if (incoming === null || incoming === "elsewhere") throw new Error(`no activity: ${JSON.stringify(given)}`);
    return bot(incoming, { channels: async () => [] }, database.clock.now);
  }

  async function invoke(name: string, value: unknown, said: Said = {}) {
    const { messages, invoke: given } = await turn(
      activity("", { ...said, more: { type: "invoke", name, value, ...said.more } }),
    );
    expect(messages).toEqual([]);
    if (!given) throw new Error(`${name} was not answered`);
    await wellMade(given.body);
    return { status: given.status, body: given.body };
  }

  return {
    database,
    tenant,
    performed,
    logged,
    facts,
    async aJoinRequest(name = "Nieuwe Buur") {
      const visitor = { municipality, person: null, roles: [], channel: "web", language: "nl" } as const;
      const email = `${randomUUID()}@voorbeeld.example`;
      await database.perform(askToJoin, visitor, { kern: "arkel", name, email, language: "nl", consent: true });
      const asked = facts.findLast(({ fact }) => fact === "join-asked") as Extract<MembersFact, { fact: "join-asked" }>;
      await database.perform(confirmJoin, visitor, { token: asked.token });
      return asked.joinRequest;
    },
    activity,
    turn,
    invoke,
    async known(as, wish = {}) {
      const actor = await aPerson(database, wish);
      const oid = randomUUID();
      oids.set(as, oid);
      await inMunicipality(municipality, (tx) =>
        tx.updateTable("person").set({ entra_oid: oid }).where("person_id", "=", actor.person).execute(),
      );
      return actor;
    },
    async say(text, said) {
      const { messages } = await turn(activity(text, said));
      const message = messages[0];
      if (messages.length !== 1 || !message || !("card" in message)) throw new Error("no card");
      await wellMade(message.card);
      return message.card;
    },
    async press(verb, data, said) {
      const value = { action: { type: "Action.Execute", verb, data }, trigger: "manual" };
      const { status, body } = await invoke("adaptiveCard/action", value, said);
      expect([status, body]).toMatchObject([200, { statusCode: 200, type: "application/vnd.microsoft.card.adaptive" }]);
      return (body as { value: Card }).value;
    },
  };
}

const checker = `${process.cwd()}/../shared/contracts/check-cards.mjs`;

interface CardChecker {
  findCards(value: unknown): { card: unknown }[];
  checkCard(card: unknown): unknown[];
}

/** Every card in an answer follows Microsoft's schema and the rules of Teams, where the checker is at hand. */
export async function wellMade(answer: unknown): Promise<void> {
  if (!existsSync(checker)) return;
  const { findCards, checkCard } = (await import(pathToFileURL(checker).href)) as CardChecker;
  for (const { card } of findCards(answer)) expect([checkCard(card), card]).toEqual([[], card]);
}

/** Every part of a card, however deep. */
export function partsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(partsOf)];
}

/** What the buttons of a card that are pressed in it carry: verb and data. */
export function pressesOf(card: unknown): { verb: string; data: Record<string, unknown> }[] {
  return partsOf(card).flatMap((part) => {
    if (part.type === "Action.Execute") return [{ verb: String(part.verb), data: (part.data ?? {}) as Record<string, unknown> }];
    if (part.type !== "Action.Submit") return [];
    const { verb, ...data } = part.data as Record<string, unknown>;
    return [{ verb: String(verb), data }];
  });
}

/** The buttons of a card, wherever they stand in it. */
export function buttonsOf({ body, actions = [] }: Card): Record<string, unknown>[] {
  const sets = body.flatMap((part) => (part.type === "ActionSet" ? part.actions : []));
  return [...sets, ...actions] as unknown as Record<string, unknown>[];
}
