/** A first version of the file of a municipality that others merge into, for people to go over. Pure. */
import { stringify } from "yaml";
import { themePrefix } from "./municipality-file-accept.ts";
import type { KernInFile, MunicipalityFile, OfficerInFile, PersonInFile, ThemeTeamInFile } from "./municipality-file-schema.ts";

export interface NewMunicipality {
  name: string;
  slug: string;
  /** "GM1978" */
  cbsCode: string;
  /** The tenant of the first old municipality when left out: its teams are kept. */
  entraTenantId?: string | undefined;
}

/** New slug by "municipality/slug", for kernen and for theme teams ("giessenlanden/thema:dijk"). */
type Renamed = ReadonlyMap<string, string>;

/**
 * All kernen, officers, theme teams, councillors and administrators together. The first old file says what there can be only one of. Of
 * things with one slug the first keeps it and the others get that of their municipality behind it; equal names all get their municipality
 * between brackets, for one of them alone would leave a doubt. An officer in several files becomes one, with the kernen of all.
 */
export function draftMerger(from: readonly MunicipalityFile[], into: NewMunicipality): MunicipalityFile {
  const [first] = from;
  if (!first) throw new Error("A merger takes at least one municipality.");
  const slugs = renamed(from);
  const names = namesTwice(from.flatMap(({ kernen }) => kernen));
  const themeNames = namesTwice(from.flatMap(({ themeTeams }) => themeTeams));
  return {
    ...first,
    ...into,
    entraTenantId: into.entraTenantId ?? first.entraTenantId,
    languages: [...new Set(from.flatMap(({ languages }) => languages))],
    drift: { repair: first.drift.repair.filter((kind) => from.every(({ drift }) => drift.repair.includes(kind))) },
    kernen: from.flatMap((old) => old.kernen.map((kern) => movedKern(old, kern, first, slugs, names))),
    themeTeams: from.flatMap((old) => old.themeTeams.map((theme) => movedTheme(old, theme, slugs, themeNames))),
    officers: joinedOfficers(from, slugs),
    councillors: joinedPeople(from.flatMap(({ councillors }) => councillors)),
    admins: joinedPeople(from.flatMap(({ admins }) => admins)),
  };
}

/** The draft as a file, with what people should look at on top. */
export function draftInYaml(draft: MunicipalityFile, from: readonly MunicipalityFile[]): string {
  const head = [
    `# ${draft.name}, out of ${from.map(({ name }) => name).join(" and ")}: a draft of \`kernplein merge plan\`, to be gone over by people.`,
    "# Look at: phone, joining, entraTenantId (of the first municipality; kernen of others get new teams there), names between brackets,",
    "# and whether every officer keeps the kernen named here. `was` says which kern it was: leave it until the merger is carried out.",
  ];
  return `${head.join("\n")}\n${stringify(draft, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function renamed(from: readonly MunicipalityFile[]): Renamed {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const { slug: municipality, kernen, themeTeams } of from) {
    for (const slug of [...kernen.map((kern) => kern.slug), ...themeTeams.map((theme) => themePrefix + theme.slug)]) {
      let now = slug;
      for (let number = 1; taken.has(now); number += 1) now = `${slug}-${municipality}${number === 1 ? "" : `-${number}`}`;
      taken.add(now);
      found.set(`${municipality}/${slug}`, now);
    }
  }
  return found;
}

const same = (name: string): string => name.trim().normalize().toLowerCase();

function namesTwice(things: readonly { name: string }[]): ReadonlySet<string> {
  const names = things.map(({ name }) => same(name));
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function nameOf(name: string, { name: municipality }: MunicipalityFile, twice: ReadonlySet<string>): string {
  return twice.has(same(name)) ? `${name} (${municipality})` : name;
}

function movedKern(
  old: MunicipalityFile,
  kern: KernInFile,
  first: MunicipalityFile,
  slugs: Renamed,
  twice: ReadonlySet<string>,
): KernInFile {
  const was = `${old.slug}/${kern.slug}`;
  const slug = slugs.get(was) ?? kern.slug;
  const joining = kern.joining ?? (old.joining === first.joining ? undefined : old.joining);
  const accepted = kern.accepted?.map((what) =>
    what.endsWith(`-${kern.slug}`) ? what.slice(0, -kern.slug.length) + slug : what,
  );
  return {
    ...kern,
    slug,
    name: nameOf(kern.name, old, twice),
    was,
    formerMunicipality: old.name,
    ...(joining ? { joining } : {}),
    ...(accepted ? { accepted } : {}),
  };
}

function movedTheme(old: MunicipalityFile, theme: ThemeTeamInFile, slugs: Renamed, twice: ReadonlySet<string>): ThemeTeamInFile {
  return {
    ...theme,
    slug: (slugs.get(`${old.slug}/${themePrefix}${theme.slug}`) ?? theme.slug).replace(themePrefix, ""),
    name: nameOf(theme.name, old, twice),
    was: `${old.slug}/${theme.slug}`,
    kernen: theme.kernen.map((kern) => slugs.get(`${old.slug}/${kern}`) ?? kern),
  };
}

function joinedOfficers(from: readonly MunicipalityFile[], slugs: Renamed): OfficerInFile[] {
  const joined = new Map<string, OfficerInFile>();
  for (const { slug: municipality, officers } of from) {
    for (const officer of officers) {
      const known = joined.get(officer.email);
      const kernen = officer.kernen.map((kern) => slugs.get(`${municipality}/${kern}`) ?? kern);
      const phone = known?.phone ?? officer.phone;
      const leave = [...(known?.leave ?? []), ...(officer.leave ?? [])];
      joined.set(officer.email, {
        ...officer,
        ...known,
        kernen: [...new Set([...(known?.kernen ?? []), ...kernen])],
        ...(phone === undefined ? {} : { phone }),
        ...(leave.length > 0 ? { leave } : {}),
      });
    }
  }
  return [...joined.values()];
}

function joinedPeople(people: readonly PersonInFile[]): PersonInFile[] {
  return [...new Map(people.toReversed().map((person) => [person.email, person])).values()].toReversed();
}
