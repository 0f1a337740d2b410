/** Which municipalities there are, and which one a visitor means. */
import type { KernenView } from "../../kernen/contract.ts";
import { calledNow, kernRenamed, type MergedMunicipality, redirectOf } from "../../kernen/index.ts";
import { WebRefusal } from "./problems.ts";

export interface Municipality {
  municipality: string;
  name: string;
  /** Entra tenant whose sign-ins are believed for this municipality. */
  tenantId: string;
}

export interface MunicipalityBook {
  all(): Promise<readonly Municipality[]>;
  bySlug(municipality: string): Promise<Municipality | undefined>;
  byTenant(tenantId: string): Promise<Municipality | undefined>;
  /** By what old links, cookies and tokens of mails still call it: the municipality itself, or the one that it merged into. */
  home(municipality: string): Promise<Municipality | undefined>;
  /** Whether a municipality that merged left this tenant behind. */
  leftTenant(tenantId: string): Promise<boolean>;
  /** Where an address with its query leads when it names a municipality that merged into another; null for every other. */
  movedTo(target: string): Promise<string | null>;
  /** The same for the `municipality` and `kern` of a body, which no address can correct. */
  renamed(body: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Municipalities that have a kern of this name; slugs repeat ("rijswijk"). */
  withKern(kern: string): Promise<readonly string[]>;
  forget(): void;
}

interface Source {
  municipalities(): Promise<readonly Municipality[]>;
  kernenOf(municipality: string): Promise<KernenView>;
  merged(): Promise<readonly MergedMunicipality[]>;
}

/** New municipalities and kernen are seen after half a minute; both change a few times in a year. */
const rememberedMs = 30_000;

export function municipalityBook({ municipalities, kernenOf, merged: readMerged }: Source): MunicipalityBook {
  const all = remembered(municipalities);
  const merged = remembered(readMerged);
  const bySlug = async (slug: string) => (await all.get()).find(({ municipality }) => municipality === slug);
  const kernen = remembered(async () => {
    const homes = new Map<string, string[]>();
    for (const { municipality } of await all.get()) {
      for (const { kern } of (await kernenOf(municipality)).kernen) homes.set(kern, [...(homes.get(kern) ?? []), municipality]);
    }
    return homes;
  });
  async function kernMoved(target: string): Promise<string | null> {
    const [, before = "", kern = "", rest = ""] = /^(\/v1\/kernen\/)([^/?]+)(.*)$/.exec(target) ?? [];
    const name = kernRenamed(kern, await merged.get());
    return name === null || (await kernen.get()).has(kern) ? null : `${before}${name}${rest}`;
  }
  return {
    all: all.get,
    bySlug,
    home: async (slug) => bySlug(calledNow({ municipality: slug, kern: null }, await merged.get())?.municipality ?? slug),
    leftTenant: async (tenant) => (await merged.get()).some(({ leftTenant }) => leftTenant === tenant.toLowerCase()),
    movedTo: async (target) => redirectOf(target, await merged.get()) ?? kernMoved(target),
    renamed: async (body) => {
      const { municipality, kern } = body;
      if (typeof municipality !== "string") return body;
      const place = { municipality, kern: typeof kern === "string" ? kern : null };
      const now = calledNow(place, await merged.get());
      if (!now) return body;
      return { ...body, municipality: now.municipality, ...(now.kern === null ? {} : { kern: now.kern }) };
    },
    byTenant: async (tenant) => (await all.get()).find(({ tenantId }) => tenantId.toLowerCase() === tenant.toLowerCase()),
    withKern: async (kern) => (await kernen.get()).get(kern) ?? [],
    forget: () => {
      all.forget();
      merged.forget();
      kernen.forget();
    },
  };
}

function remembered<T>(read: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let held: { value: Promise<T>; until: number } | undefined;
  return {
    get: () => {
      if (held && held.until > performance.now()) return held.value;
      const value = read();
      held = { value, until: performance.now() + rememberedMs };
      value.catch(() => {
        held = undefined;
      });
      return value;
    },
    forget: () => {
      held = undefined;
    },
  };
}

export interface Hints {
  /** `gemeente` of the query or `municipality` of the body. */
  named?: unknown;
  kern?: unknown;
  /** A token of a mail: `<municipality>.<secret>`. */
  token?: unknown;
}

/**
 * The municipality a visitor means: as named, else the prefix of a token, else the only one with this kern, else the only one there is.
 * Refuses with the field to correct when that leaves a doubt.
 */
export async function municipalityMeant(book: MunicipalityBook, { named, kern, token }: Hints): Promise<string> {
  if (named !== undefined) {
    const known = typeof named === "string" ? await book.bySlug(named) : undefined;
    if (!known) throw unclear("invalid-municipality");
    return known.municipality;
  }
  if (token !== undefined) {
    const prefix = String(token).split(".", 1)[0] ?? "";
    const known = await book.home(prefix);
    if (!known) throw new WebRefusal("invalid-input", { fields: [{ path: "token", message: "invalid-link" }] });
    return known.municipality;
  }
  if (typeof kern === "string") {
    const homes = await book.withKern(kern);
    if (homes.length === 1 && homes[0]) return homes[0];
    if (homes.length > 1) throw unclear("municipality-required");
  }
  const [only, ...others] = await book.all();
  if (only && others.length === 0) return only.municipality;
  if (typeof kern === "string") throw new WebRefusal("not-found");
  throw unclear("municipality-required");
}

const unclear = (message: string) => new WebRefusal("invalid-input", { fields: [{ path: "municipality", message }] });
