/** What must agree about theme teams, leave and accepted changes, and what deserves a warning. */
import { channelName } from "./channel-name.ts";
import { didYouMean } from "./did-you-mean.ts";
import { driftKindOf, driftKinds, neverAccepted } from "./drift-kinds.ts";
import { isOver } from "./municipality-file-days.ts";
import { type Finding, mostOfficersPerKern, type Outline } from "./municipality-file-outline.ts";
import type { MunicipalityFile } from "./municipality-file-schema.ts";
import { teamSayings as says } from "./municipality-file-team-sayings.ts";
import type { Path } from "./municipality-file-yaml.ts";

export function findTeamFaults(file: Outline): Finding[] {
  return [
    ...findThemeFaults(file),
    ...findLeaveFaults(file),
    ...file.kernen.flatMap(({ accepted }, index) => findAcceptedFaults(accepted, ["kernen", index, "accepted"])),
    ...file.themeTeams.flatMap(({ accepted }, index) => findAcceptedFaults(accepted, ["themeTeams", index, "accepted"])),
  ];
}

function emailsOf({ officers }: Outline): Set<string> {
  return new Set(officers?.map(({ email }) => email.trim().toLowerCase()).filter((email) => email !== ""));
}

function findThemeFaults(file: Outline): Finding[] {
  const slugs = new Set(file.kernen.map(({ slug }) => slug));
  const officers = emailsOf(file);
  return file.themeTeams.flatMap(({ slug, name, kernen, owners, partners }, index): Finding[] => {
    const at = (...rest: PropertyKey[]): Path => ["themeTeams", index, ...rest];
    const team = name || slug;
    const found: Finding[] = [];
    for (const [position, kern] of kernen.entries()) {
      if (kern === "" || slugs.size === 0 || slugs.has(kern)) continue;
      found.push({ path: at("kernen", position), saying: says.themeInUnknownKern(team, kern, didYouMean(kern, [...slugs])) });
    }
    for (const [position, email] of owners.entries()) {
      if (email === "" || officers.size === 0 || officers.has(email)) continue;
      found.push({ path: at("owners", position), saying: says.ownerNoOfficer(team, email, didYouMean(email, [...officers])) });
    }
    for (const [position, { email }] of partners.entries()) {
      if (owners.includes(email.trim().toLowerCase()))
        found.push({ path: at("partners", position, "email"), saying: says.partnerIsOwner(email) });
    }
    if (owners.length > mostOfficersPerKern)
      found.push({ path: at("owners"), saying: says.tooManyOwners(team, owners.length, mostOfficersPerKern) });
    return found;
  });
}

function findLeaveFaults(file: Outline): Finding[] {
  const officers = emailsOf(file);
  return (file.officers ?? []).flatMap(({ email, leave }, index) =>
    leave.flatMap(({ from, until, deputy }, position): Finding[] => {
      const at = (key: string): Path => ["officers", index, "leave", position, key];
      const found: Finding[] = [];
      if (from !== "" && until !== "" && until < from)
        found.push({ path: at("until"), saying: says.endsBeforeItBegins(from, until) });
      if (deputy !== "" && deputy === email.trim().toLowerCase()) found.push({ path: at("deputy"), saying: says.ownDeputy() });
      if (deputy !== "" && !officers.has(deputy))
        found.push({ path: at("deputy"), saying: says.deputyUnknown(deputy, didYouMean(deputy, [...officers])) });
      return found;
    }),
  );
}

function findAcceptedFaults(accepted: readonly string[], path: Path): Finding[] {
  return accepted.flatMap((what, position): Finding[] => {
    const kind = driftKindOf(what);
    const at = [...path, position];
    if (what === "") return [];
    if (!kind) return [{ path: at, saying: says.unknownDrift(what, didYouMean(what.split("/")[0] ?? "", driftKinds)) }];
    return neverAccepted.includes(kind) ? [{ path: at, saying: says.neverAccepted(what) }] : [];
  });
}

/** `today` ("2027-06-30") left out: nothing is said about what is over. */
export function findWarnings(file: MunicipalityFile, today?: string): Finding[] {
  const mended = (names: readonly string[], path: Path): Finding[] =>
    names.flatMap((name, position) => {
      const channel = channelName(name);
      return channel === name ? [] : [{ path: [...path, position], saying: says.channelMended(name, channel) }];
    });
  return [
    ...file.kernen.flatMap(({ villageGroups }, index) => mended(villageGroups, ["kernen", index, "villageGroups"])),
    ...file.themeTeams.flatMap(({ channels }, index) => mended(channels, ["themeTeams", index, "channels"])),
    ...(today === undefined ? [] : findPast(file, today)),
  ];
}

function findPast(file: MunicipalityFile, today: string): Finding[] {
  return [
    ...file.themeTeams.flatMap(({ name, until = "" }, index) =>
      until !== "" && isOver({ until }, today)
        ? [{ path: ["themeTeams", index, "until"], saying: says.themeIsOver(name, until) }]
        : [],
    ),
    ...file.officers.flatMap(({ name, leave = [] }, index) =>
      leave.flatMap(({ until }, position) =>
        until < today ? [{ path: ["officers", index, "leave", position, "until"], saying: says.leaveIsOver(name, until) }] : [],
      ),
    ),
  ];
}
