/** What must agree between parts of a municipality file. Looks at whatever is readable, so that one fault never hides another. */
import { channelName } from "./channel-name.ts";
import { didYouMean } from "./did-you-mean.ts";
import { type Finding, mostOfficersPerKern, type Outline, outlineOf } from "./municipality-file-outline.ts";
import { type RepeatedThing, type Saying, sayings } from "./municipality-file-sayings.ts";
import { findTeamFaults } from "./municipality-file-team-checks.ts";
import type { Path, Place } from "./municipality-file-yaml.ts";

type PlaceOf = (path: Path) => Place;

/** Channels every kern's team has by itself; "General" is what Teams calls the first one in English. */
const ownChannels = ["Algemeen", "General", "Voorstellen"];

/** All disagreements in the raw `value` of a file; none when it is not even a group of keys. `placeOf` tells where a first use stands. */
export function findDisagreements(value: unknown, placeOf: PlaceOf): Finding[] {
  const file = outlineOf(value);
  if (!file) return [];
  return [
    ...findRepetitions(file, placeOf),
    ...findOfficerFaults(file),
    ...file.kernen.flatMap(({ villageGroups }, index) => findChannelFaults(villageGroups, ["kernen", index, "villageGroups"])),
    ...file.themeTeams.flatMap(({ channels }, index) => findChannelFaults(channels, ["themeTeams", index, "channels"])),
    ...findTeamFaults(file),
  ];
}

function findRepetitions(file: Outline, placeOf: PlaceOf): Finding[] {
  const repeated = (what: RepeatedThing, values: readonly string[], pathOf: (index: number) => Path): Finding[] => {
    const first = new Map<string, number>();
    return values.flatMap((value, index) => {
      const same = value.trim().normalize().toLowerCase();
      const earlier = first.get(same);
      if (same === "") return [];
      if (earlier === undefined) {
        first.set(same, index);
        return [];
      }
      return [{ path: pathOf(index), saying: sayings.repeated(what, value, placeOf(pathOf(earlier)).line) }];
    });
  };
  const inGroups = (list: "kernen" | "themeTeams", key: "slug" | "name") =>
    repeated(
      key,
      file[list].map((one) => one[key]),
      (index) => [list, index, key],
    );
  const inList = (what: RepeatedThing, values: readonly string[], path: Path) =>
    repeated(what, values, (index) => [...path, index]);
  const mails = (list: "officers" | "councillors" | "admins") =>
    repeated(
      "e-mail address",
      (file[list] ?? []).map(({ email }) => email),
      (index) => [list, index, "email"],
    );
  return [
    ...inList("language", file.languages, ["languages"]),
    ...inList("tab", file.tabs, ["tabs"]),
    ...inGroups("kernen", "slug"),
    ...inGroups("kernen", "name"),
    ...inGroups("themeTeams", "slug"),
    ...inGroups("themeTeams", "name"),
    ...file.kernen.flatMap(({ postcodes }, index) => inList("postcode", postcodes, ["kernen", index, "postcodes"])),
    ...mails("officers"),
    ...mails("councillors"),
    ...mails("admins"),
    ...(file.officers ?? []).flatMap(({ kernen }, index) => inList("kern", kernen, ["officers", index, "kernen"])),
    ...file.kernen.flatMap(({ accepted }, index) => inList("kind of change", accepted, ["kernen", index, "accepted"])),
    ...file.themeTeams.flatMap(({ kernen, owners, partners, accepted }, index) => [
      ...inList("kern", kernen, ["themeTeams", index, "kernen"]),
      ...inList("e-mail address", owners, ["themeTeams", index, "owners"]),
      ...inList("kind of change", accepted, ["themeTeams", index, "accepted"]),
      ...repeated(
        "e-mail address",
        partners.map(({ email }) => email),
        (position) => ["themeTeams", index, "partners", position, "email"],
      ),
    ]),
  ];
}

function findOfficerFaults({ kernen, officers }: Outline): Finding[] {
  if (!officers || kernen.length === 0) return [];
  const slugs = new Set(kernen.map(({ slug }) => slug));
  const officersOf = new Map<string, Set<string>>();
  const unknown = officers.flatMap((officer, index) => {
    for (const slug of new Set(officer.kernen)) {
      const people = officersOf.get(slug) ?? new Set<string>();
      for (const email of [officer.email.toLowerCase(), ...officer.leave.map(({ deputy }) => deputy)]) people.add(email);
      officersOf.set(slug, people);
    }
    return officer.kernen.flatMap((slug, position) =>
      slug === "" || slugs.has(slug)
        ? []
        : [
            {
              path: ["officers", index, "kernen", position],
              saying: sayings.unknownKern(officer.name || officer.email, slug, didYouMean(slug, [...slugs])),
            },
          ],
    );
  });
  const served = kernen.flatMap(({ slug, name }, index) => {
    const count = officersOf.get(slug)?.size ?? 0;
    const path = ["kernen", index];
    if (slug === "") return [];
    if (count === 0) return [{ path, saying: sayings.kernWithoutOfficer(name || slug) }];
    if (count <= mostOfficersPerKern) return [];
    return [{ path, saying: sayings.tooManyOfficers(name || slug, count, mostOfficersPerKern) }];
  });
  return [...unknown, ...served];
}

function findChannelFaults(groups: readonly string[], path: Path): Finding[] {
  const taken = new Set(ownChannels.map((channel) => channel.toLowerCase()));
  return groups.flatMap((group, position) => {
    const channel = channelName(group);
    const found = (saying: Saying): Finding[] => [{ path: [...path, position], saying }];
    if (group.trim() === "") return [];
    if (channel === "") return found(sayings.noChannelName(group));
    if (taken.has(channel.toLowerCase())) return found(sayings.channelTaken(group, channel));
    taken.add(channel.toLowerCase());
    return [];
  });
}
