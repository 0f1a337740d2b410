/** Who serves which kern on a given day, with deputies; which theme teams are over. Days are "2027-06-30". Pure. */
import type { MunicipalityFile, OfficerInFile, ThemeTeamInFile } from "./municipality-file-schema.ts";

/** The day in the Netherlands: "2027-06-30". */
export function dutchDay(at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", dateStyle: "short" }).format(at);
}

type Staffed = Pick<MunicipalityFile, "officers">;

export interface OfficerOnDuty {
  officer: OfficerInFile;
  /** Whose leave she covers; null for the kern's own officer. */
  deputyFor: OfficerInFile | null;
}

/** The officers of a kern on a day: its own (also while on leave), then deputies who are not its own already, each once. */
export function officersOn({ officers }: Staffed, kern: string, day: string): OfficerOnDuty[] {
  const own = officers.filter(({ kernen }) => kernen.includes(kern));
  const onDuty: OfficerOnDuty[] = own.map((officer) => ({ officer, deputyFor: null }));
  for (const officer of own) {
    for (const { from, until, deputy } of officer.leave ?? []) {
      const found = officers.find(({ email }) => email === deputy);
      if (!found || day < from || day > until || onDuty.some((other) => other.officer === found)) continue;
      onDuty.push({ officer: found, deputyFor: officer });
    }
  }
  return onDuty;
}

/** The file with every deputy's kernen added to her own for this day: what she may do is what an officer of those kernen may do. */
export function withDeputies<File extends Staffed & Pick<MunicipalityFile, "kernen">>(file: File, day: string): File {
  const kernenOf = new Map(file.officers.map(({ email, kernen }) => [email, new Set(kernen)]));
  for (const { slug } of file.kernen)
    for (const { officer, deputyFor } of officersOn(file, slug, day)) if (deputyFor) kernenOf.get(officer.email)?.add(slug);
  return {
    ...file,
    officers: file.officers.map((officer) => ({ ...officer, kernen: [...(kernenOf.get(officer.email) ?? officer.kernen)] })),
  };
}

/** The last day itself is still part of it. */
export function isOver({ until }: Pick<ThemeTeamInFile, "until">, day: string): boolean {
  return until !== undefined && day > until;
}
