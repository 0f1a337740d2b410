/** Which kernen an answer is about. */
import { type Asker, kernenOf } from "./asker.ts";
import type { About } from "./cards/list-cards.ts";
import type { Means } from "./means.ts";

/** Kernen asked one by one for somebody who takes part in several. */
const mostKernen = 6;

export interface Scope extends About {
  /** One question per kern; `undefined` asks for the whole municipality. */
  kernen: (string | undefined)[];
}

/** The kern of the team, else the kernen of the person where she alone reads the answer. Null for somebody who takes part in none. */
export async function scopeOf({ whereabouts }: Means, { here, discreet, actor, municipality }: Asker): Promise<Scope | null> {
  if (here) return { kern: here.kern, name: here.name, kernen: [here.kern] };
  const all: Scope = { kern: null, name: municipality.name, kernen: [undefined] };
  const kernen = discreet ? kernenOf(actor) : null;
  if (kernen === null) return all;
  const [only, ...others] = kernen;
  if (only === undefined) return null;
  if (others.length > 0) return { ...all, kernen: kernen.slice(0, mostKernen) };
  return { kern: only, name: await whereabouts.nameOf(municipality.municipality, only), kernen: [only] };
}

/**
 * Where the asker could bring something: the kern of the team when she takes part there, else her own kernen. Null for somebody whose
 * office covers every kern and who is in no kern's team.
 */
export async function kernenToChoose({ whereabouts }: Means, asker: Asker): Promise<{ kern: string; name: string }[] | null> {
  const { here, actor, municipality } = asker;
  const kernen = kernenOf(actor);
  if (here && (kernen === null || kernen.includes(here.kern))) return [{ kern: here.kern, name: here.name }];
  if (kernen === null) return null;
  return Promise.all(
    kernen.slice(0, mostKernen).map(async (kern) => ({ kern, name: await whereabouts.nameOf(municipality.municipality, kern) })),
  );
}
