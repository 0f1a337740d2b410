/**
 * How often one may ask. A village hall shares one address, so an address is counted only where nobody is signed in yet; who is signed
 * in is counted alone and never stands in line behind the neighbours. Loopback is counted like everybody else.
 */
import { createHash } from "node:crypto";
import type pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Language } from "../../shared/work.ts";
import { WebRefusal } from "./problems.ts";

/** `points` in every `seconds`. */
interface Rule {
  points: number;
  seconds: number;
}

export const limitRules = {
  /** Visitors reading, per address. */
  reading: { points: 1200, seconds: 60 },
  /** Signed in, per person. */
  readingPerson: { points: 600, seconds: 60 },
  changePerson: { points: 60, seconds: 60 },
  votePerson: { points: 60, seconds: 60 },
  uploadPerson: { points: 30, seconds: 3600 },
  /** Forms that send a mail: per address (an evening in the village hall), and per mail address (nobody's mailbox is flooded). */
  join: { points: 60, seconds: 3600 },
  signInLink: { points: 60, seconds: 3600 },
  mailbox: { points: 10, seconds: 3600 },
  /** Exchanging the token of a mail; guessing 128 bits is hopeless, but costs us queries. */
  session: { points: 60, seconds: 600 },
  wrongSession: { points: 100, seconds: 60 },
  /**
   * Codes of voting letters that are wrong though their check letters are right; a typing error hardly ever is. A code is 1 of 19^11
   * = 1.2e14. Against a poll with 5,000 letters that lasts 14 days, the second rule leaves 6 million guesses, which find any letter at all with a
   * chance of 1 in 3,800, and need 50 addresses that do nothing else; from one address it is 1 in 190,000. Counted by each instance by itself.
   */
  letterOfAddress: { points: 60, seconds: 600 },
  letterOfPoll: { points: 3000, seconds: 600 },
} satisfies Record<string, Rule>;

export type LimitName = keyof typeof limitRules;

export interface LimitSettings {
  /** Multiplies every rule; a bench turns it up. */
  factor?: number;
  /** Given when several instances run: they count together, in a schema of their own. Counting goes on in memory when it is out of reach. */
  postgres?: pg.Pool;
}

export interface Limits {
  /** Counts one request of `who` (an address, a person, a mailbox); refuses with Retry-After when it is one too many. */
  count(rule: LimitName, who: string, language?: Language): Promise<void>;
  /** Counts a mail to this address (as typed; anything else is not counted), so that nobody's mailbox is flooded by others. */
  countMailbox(email: unknown): Promise<void>;
  /** Refuses an address that has shown too many sessions that do not exist. */
  refuseGuessing(address: string): Promise<void>;
  countWrongSession(address: string): Promise<void>;
  /**
   * Counts a letter's code as wrong before it is looked at, so that many at once gain nothing; the answer takes that back, to be called
   * when it was right. Refuses when one too many was wrong.
   */
  countLetter(address: string, poll: string, language: Language): Promise<() => Promise<void>>;
}

type Limiter = RateLimiterMemory | RateLimiterPostgres;

const schema = "kernplein_limits";

/**
 * Counted together by all instances: what sends mail or fills the disk. The rest stays in memory: reading must not cost a write, and a
 * row about voting would tell, for as long as it stands, that this person voted and when.
 */
const countedTogether: readonly LimitName[] = ["join", "signInLink", "mailbox", "session", "uploadPerson"];

export async function makeLimits({ factor = 1, postgres }: LimitSettings = {}): Promise<Limits> {
  if (postgres) await prepareTable(postgres);
  const limiters = new Map<LimitName, Limiter>();
  for (const [name, rule] of Object.entries(limitRules) as [LimitName, Rule][]) {
    const options = { keyPrefix: name, points: Math.ceil(rule.points * factor), duration: rule.seconds };
    const memory = new RateLimiterMemory(options);
    limiters.set(
      name,
      postgres && countedTogether.includes(name)
        ? new RateLimiterPostgres({
            ...options,
            storeClient: postgres,
            storeType: "pool",
            schemaName: schema,
            tableName: "counted",
            tableCreated: true,
            clearExpiredByTimeout: true,
            insuranceLimiter: memory,
          })
        : memory,
    );
  }
  const limiter = (name: LimitName): Limiter => {
    const found = limiters.get(name);
    if (!found) throw new Error(`There is no limit ${name}.`);
    return found;
  };

  async function count(rule: LimitName, who: string, language: Language = "nl"): Promise<void> {
    try {
      await limiter(rule).consume(keyOf(who));
    } catch (verdict) {
      if (verdict instanceof RateLimiterRes) throw tooMany(verdict.msBeforeNext, language);
      throw verdict;
    }
  }

  return {
    count,
    async countMailbox(email) {
      if (typeof email === "string") await count("mailbox", email.trim().toLowerCase());
    },
    async refuseGuessing(address) {
      const counted = await limiter("wrongSession").get(keyOf(address));
      if (counted && counted.remainingPoints <= 0) throw tooMany(counted.msBeforeNext, "nl");
    },
    async countWrongSession(address) {
      await limiter("wrongSession").penalty(keyOf(address));
    },
    async countLetter(address, poll, language) {
      const counters = [
        ["letterOfAddress", `${address} ${poll}`],
        ["letterOfPoll", poll],
      ] as const;
      for (const [rule, who] of counters) await count(rule, who, language);
      return async () => {
        for (const [rule, who] of counters) await limiter(rule).reward(keyOf(who));
      };
    },
  };
}

/** Addresses and persons are counted by a fingerprint: the store holds no personal data that can be read back. */
function keyOf(who: string): string {
  return createHash("sha256").update(who).digest("base64url").slice(0, 22);
}

/** 429 with how long to wait, in words and in Retry-After. */
export function tooMany(ms: number, language: Language): WebRefusal {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const minutes = Math.ceil(seconds / 60);
  const wait = {
    nl: seconds < 90 ? `${seconds} seconden` : `${minutes} minuten`,
    en: seconds < 90 ? `${seconds} seconds` : `${minutes} minutes`,
  }[language];
  return new WebRefusal("too-many-requests", { wait }, { "Retry-After": String(seconds) });
}

/** Instances start side by side; "if not exists" alone does not keep two of them from making the same table. */
async function prepareTable(postgres: pg.Pool): Promise<void> {
  await postgres.query(`
    select pg_advisory_xact_lock(hashtext('${schema}'));
    create schema if not exists ${schema};
    create unlogged table if not exists ${schema}.counted (key varchar(255) primary key, points integer not null default 0, expire bigint)`);
}
