/** Two or three municipalities become one: which kern becomes which, and what people must decide first. Pure. */
import type { MunicipalityFile } from "./municipality-file.ts";

export interface MovingKern {
  municipality: string;
  kern: string;
  /** Its slug in the new municipality. */
  to: string;
  name: string;
  /** False when the new municipality has another tenant: the kern gets a new team there, and residents are invited anew. */
  keepsTeam: boolean;
}

export interface MovingTheme {
  municipality: string;
  theme: string;
  to: string;
}

export interface MergerPlan {
  into: MunicipalityFile;
  from: readonly MunicipalityFile[];
  kernen: MovingKern[];
  themes: MovingTheme[];
  /** Kernen of the new file that no old one becomes. */
  newKernen: string[];
  /** Addresses of officers who lose, and who get, that role. */
  officersLeaving: string[];
  officersComing: string[];
  problems: string[];
}

const mostFiles = 3;

/**
 * A kern of the new file is the old one that its `was` names ("giessenlanden/arkel"), else the only old one with its slug. Every old
 * kern must become exactly one: nobody's proposals are lost. After a `problems` entry nothing may be carried out.
 */
export function planMerger(from: readonly MunicipalityFile[], into: MunicipalityFile): MergerPlan {
  const problems: string[] = [];
  if (from.length < 2 || from.length > mostFiles) problems.push("A merger takes two or three municipalities.");
  if (new Set(from.map(({ slug }) => slug)).size < from.length) problems.push("The same municipality is named twice.");
  if (from.some(({ slug }) => slug === into.slug))
    problems.push(
      `The new municipality needs a slug of its own: “${into.slug}” is one of the old ones, and its audit stays there.`,
    );
  const old = from.flatMap(({ slug, entraTenantId, kernen }) =>
    kernen.map((kern) => ({ municipality: slug, kern: kern.slug, tenant: entraTenantId })),
  );
  const taken = new Set<(typeof old)[number]>();
  const kernen: MovingKern[] = [];
  const newKernen: string[] = [];
  for (const { slug: to, name, was } of into.kernen) {
    const candidates = old.filter(({ municipality, kern }) => (was ? was === `${municipality}/${kern}` : kern === to));
    const [found, ...others] = candidates;
    if (others.length > 0) {
      const choices = candidates.map(({ municipality, kern }) => `${municipality}/${kern}`).join(" or ");
      problems.push(
        `${name}: several old kernen are called “${to}”. Give each its own slug in the new file and say “was: ${choices}”.`,
      );
    } else if (!found && was) {
      problems.push(`${name}: there is no “${was}”.`);
    } else if (!found) {
      newKernen.push(to);
    } else if (taken.has(found)) {
      problems.push(`${name}: “${found.municipality}/${found.kern}” becomes another kern already.`);
    } else {
      taken.add(found);
      const { municipality, kern, tenant } = found;
      kernen.push({ municipality, kern, to, name, keepsTeam: tenant.toLowerCase() === into.entraTenantId.toLowerCase() });
    }
  }
  for (const one of old) {
    if (taken.has(one) || problems.some((text) => text.includes(`${one.municipality}/${one.kern}`))) continue;
    problems.push(`“${one.municipality}/${one.kern}” becomes no kern of the new file.`);
  }
  const themes = movingThemes(from, into, problems);
  const before = new Set(from.flatMap(({ officers }) => officers.map(({ email }) => email)));
  const after = new Set(into.officers.map(({ email }) => email));
  return {
    into,
    from,
    kernen,
    themes,
    newKernen,
    officersLeaving: [...before].filter((email) => !after.has(email)),
    officersComing: [...after].filter((email) => !before.has(email)),
    problems,
  };
}

/** A theme team keeps its slug unless the new file's `was` names it. One that the new file leaves out is archived by the next apply. */
function movingThemes(from: readonly MunicipalityFile[], into: MunicipalityFile, problems: string[]): MovingTheme[] {
  const old = from.flatMap(({ slug: municipality, themeTeams }) =>
    themeTeams.map((theme) => ({ municipality, theme: theme.slug })),
  );
  for (const { was, name } of into.themeTeams) {
    if (was && !old.some(({ municipality, theme }) => was === `${municipality}/${theme}`))
      problems.push(`${name}: there is no “${was}”.`);
  }
  const themes = old.map(({ municipality, theme }) => {
    const named = into.themeTeams.find(({ was }) => was === `${municipality}/${theme}`);
    return { municipality, theme, to: named?.slug ?? theme };
  });
  for (const twice of new Set(themes.map(({ to }) => to).filter((to, index, all) => all.indexOf(to) !== index))) {
    const choices = themes.filter(({ to }) => to === twice).map(({ municipality, theme }) => `${municipality}/${theme}`);
    problems.push(
      `Several old theme teams become “${twice}”. Give each its own slug in the new file and say “was: ${choices.join(" or ")}”.`,
    );
  }
  return themes;
}
