/**
 * How every request flows: parse, open a transaction inside one municipality, let the action decide and record, queue what must
 * follow in that same transaction, write the audit row, commit. Browser, tab, bot, command line, jobs and tests enter by `perform`.
 */
import type { Transaction } from "kysely";
import type { z } from "zod";
import type { DB } from "./database.ts";
import { Refused } from "./refused.ts";
import type { Vault } from "./vault.ts";

/** A transaction whose security context is set to one municipality: row-level security hides all others. */
export type Tx = Transaction<DB>;

export type Role = "resident" | "officer" | "volunteer" | "councillor" | "admin";
export type Channel = "web" | "tab" | "bot" | "cli" | "job";
export type Language = "nl" | "en";

/** `kern: null` means every kern of the municipality. */
export interface RoleGrant {
  role: Role;
  kern: string | null;
}

/** Who is asking. `person` is null for a visitor who has not signed in and for Kernplein itself (channel "job" or "cli"). */
export interface Actor {
  municipality: string;
  person: string | null;
  roles: readonly RoleGrant[];
  channel: Channel;
  language: Language;
}

/** Kernplein itself, for what no person does: opening and counting polls, recording what Microsoft answered. */
export function itself(municipality: string): Actor {
  return { municipality, person: null, roles: [], channel: "job", language: "nl" };
}

/** Something that happened, told in the past tense ("proposal-published"). Each slice lists its own in its contract. */
export interface Fact {
  fact: string;
}

export interface Work {
  tx: Tx;
  actor: Actor;
  /** Server time at which the request arrived: the time that counts for every deadline. */
  now: Date;
  /** Queues the reactions to a fact in this transaction (see subscriptions.ts). */
  announce<F extends Fact>(fact: F): void;
  /** Names the object of this action in the audit row, e.g. "proposal 3f…". */
  concerns(object: string): void;
  /** For the private keys of polls. */
  vault: Vault;
}

/**
 * One thing a person can do. `change` is audited, `view` reads only and never is.
 * `name` is slice + file name: "proposals.publish-proposal" lives in proposals/publish-proposal.ts (tested).
 */
export interface Action<Schema extends z.ZodType, View> {
  name: string;
  kind: "change" | "view";
  input: Schema;
  run(work: Work, input: z.output<Schema>): Promise<View>;
}

/** What a secret action works with: no transaction of its own, so that many voters' ballots share one (see voting/ballot-box.ts). */
export interface SecretWork {
  actor: Actor;
  now: Date;
  inMunicipality: InMunicipality;
  vault: Vault;
}

/** The exception: casting a ballot writes no audit row and no log line that carries person, address or exact time. */
export interface SecretAction<Schema extends z.ZodType, View> {
  name: string;
  kind: "secret";
  input: Schema;
  /**
   * What `input` makes of this, when that can be told without it; undefined leaves it to the schema, and so every refusal. For what is
   * done by everybody in the same minute.
   */
  atOnce?(input: unknown): z.output<Schema> | undefined;
  run(work: SecretWork, input: z.output<Schema>): Promise<View>;
}

export function action<Schema extends z.ZodType, View>(given: Action<Schema, View>): Action<Schema, View> {
  return given;
}

export function secretAction<Schema extends z.ZodType, View>(given: SecretAction<Schema, View>): SecretAction<Schema, View> {
  return given;
}

/** Runs `body` in one transaction inside the municipality; rolls back when it throws. `longestMs`: a statement that takes longer fails. */
export type InMunicipality = <T>(
  municipality: string,
  body: (tx: Tx) => Promise<T>,
  settings?: { longestMs?: number },
) => Promise<T>;

/** What `perform` needs from the outside; made in main.ts from adapters/postgres and adapters/jobs. */
export interface Workshop {
  inMunicipality: InMunicipality;
  /** Queues the jobs that react to these facts and tells open pages of them (see live.ts), inside the given transaction. */
  queueReactions(tx: Tx, municipality: string, facts: readonly Fact[]): Promise<void>;
  /** Appends one row to the municipality's hash-chained audit. */
  audit(tx: Tx, entry: AuditEntry): Promise<void>;
  vault: Vault;
  clock(): Date;
}

export interface AuditEntry {
  municipality: string;
  at: Date;
  person: string | null;
  role: string;
  action: string;
  object: string;
  result: "done" | `refused: ${string}`;
  origin: Channel;
}

export interface PerformOptions {
  /** When the request reached the server; the workshop's clock when left out. */
  receivedAt?: Date;
  /** Facts to which nobody should react; used while loading demo content, so that nothing is mailed, posted or provisioned. */
  quiet?: (fact: Fact) => boolean;
}

export type Perform = <Schema extends z.ZodType, View>(
  what: Action<Schema, View> | SecretAction<Schema, View>,
  actor: Actor,
  input: unknown,
  options?: PerformOptions,
) => Promise<View>;

/**
 * Makes the one door through which everything enters.
 * The returned function throws `Refused("invalid-input", {fields})` with all faults of the input together, and whatever the action
 * refuses; a refusal of an audited action for lack of rights is itself recorded. Nothing is half-written: the transaction rolls back.
 */
export function makePerform(workshop: Workshop): Perform {
  return async (what, actor, input, options = {}) => {
    const now = options.receivedAt ?? workshop.clock();
    if (what.kind === "secret") {
      const work = { actor, now, inMunicipality: workshop.inMunicipality, vault: workshop.vault };
      return what.run(work, what.atOnce?.(input) ?? parsed(what.input, input));
    }
    const asked = parsed(what.input, input);
    const entry = (object: string, result: AuditEntry["result"]): AuditEntry => ({
      municipality: actor.municipality,
      at: now,
      person: actor.person,
      role: actor.roles.map((grant) => grant.role).join("+") || (actor.person ? "resident" : "visitor"),
      action: what.name,
      object,
      result,
      origin: actor.channel,
    });
    let object = "";
    try {
      return await workshop.inMunicipality(actor.municipality, async (tx) => {
        const facts: Fact[] = [];
        const view = await what.run(
          { tx, actor, now, announce: (fact) => facts.push(fact), concerns: (named) => (object = named), vault: workshop.vault },
          asked,
        );
        const told = options.quiet ? facts.filter((fact) => !options.quiet?.(fact)) : facts;
        if (told.length > 0) await workshop.queueReactions(tx, actor.municipality, told);
        if (what.kind === "change") await workshop.audit(tx, entry(object, "done"));
        return view;
      });
    } catch (error) {
      if (what.kind === "change" && error instanceof Refused && error.code === "not-allowed") {
        await workshop.inMunicipality(actor.municipality, (tx) => workshop.audit(tx, entry(object, `refused: ${error.code}`)));
      }
      throw error;
    }
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  throw new Refused("invalid-input", {
    fields: error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  });
}
