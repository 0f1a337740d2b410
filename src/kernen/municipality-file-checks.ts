/** What must agree between parts of a municipality file. Looks at whatever is readable, so that one fault never hides another. */
import { z } from "zod";
import { channelName } from "./channel-name.ts";
import { didYouMean } from "./did-you-mean.ts";
import { type RepeatedThing, type Saying, sayings } from "./municipality-file-sayings.ts";
import type { Path, Place } from "./municipality-file-yaml.ts";

export interface Finding {
  path: Path;
  saying: Saying;
}

type PlaceOf = (path: Path) => Place;

/** A team in Teams has at most 100 owners, and officers are its owners (Microsoft, "Limits and specifications for Microsoft Teams"). */
export const mostOfficersPerKern = 100;

/** Channels every kern's team has by itself; "General" is what Teams calls the first one in English. */
const ownChannels = ["Algemeen", "General", "Voorstellen"];

const text = z.string().catch("");
const texts = z.array(text).catch([]);
const postcodes = z.array(z.union([z.string(), z.number()]).transform(String).catch("")).catch([]);
const people = z.array(z.looseObject({ email: text }).catch({ email: "" })).catch([]);
const outline = z.object({
  languages: texts,
  kernen: z
    .array(
      z
        .object({ slug: text, name: text, villageGroups: texts, postcodes })
        .catch({ slug: "", name: "", villageGroups: [], postcodes: [] }),
    )
    .catch([]),
  officers: z
    .array(z.object({ name: text, email: text, kernen: texts }).catch({ name: "", email: "", kernen: [] }))
    .optional()
    .catch(undefined),
  councillors: people,
  admins: people,
});
type Outline = z.output<typeof outline>;

/** All disagreements in the raw `value` of a file; none when it is not even a group of keys. `placeOf` tells where a first use stands. */
export function findDisagreements(value: unknown, placeOf: PlaceOf): Finding[] {
  const parsed = outline.safeParse(value);
  if (!parsed.success) return [];
  const file = parsed.data;
  return [...findRepetitions(file, placeOf), ...findOfficerFaults(file), ...findChannelFaults(file)];
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
  const inKernen = (key: "slug" | "name") =>
    repeated(
      key,
      file.kernen.map((kern) => kern[key]),
      (index) => ["kernen", index, key],
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
    ...inKernen("slug"),
    ...inKernen("name"),
    ...file.kernen.flatMap(({ postcodes }, index) => inList("postcode", postcodes, ["kernen", index, "postcodes"])),
    ...mails("officers"),
    ...mails("councillors"),
    ...mails("admins"),
    ...(file.officers ?? []).flatMap(({ kernen }, index) => inList("kern", kernen, ["officers", index, "kernen"])),
  ];
}

function findOfficerFaults({ kernen, officers }: Outline): Finding[] {
  if (!officers || kernen.length === 0) return [];
  const slugs = new Set(kernen.map(({ slug }) => slug));
  const officersOf = new Map<string, number>();
  const unknown = officers.flatMap((officer, index) => {
    for (const slug of new Set(officer.kernen)) officersOf.set(slug, (officersOf.get(slug) ?? 0) + 1);
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
    const count = officersOf.get(slug) ?? 0;
    const path = ["kernen", index];
    if (slug === "") return [];
    if (count === 0) return [{ path, saying: sayings.kernWithoutOfficer(name || slug) }];
    if (count <= mostOfficersPerKern) return [];
    return [{ path, saying: sayings.tooManyOfficers(name || slug, count, mostOfficersPerKern) }];
  });
  return [...unknown, ...served];
}

function findChannelFaults({ kernen }: Outline): Finding[] {
  return kernen.flatMap(({ villageGroups }, index) => {
    const taken = new Set(ownChannels.map((channel) => channel.toLowerCase()));
    return villageGroups.flatMap((group, position) => {
      const path = ["kernen", index, "villageGroups", position];
      const channel = channelName(group);
      if (group.trim() === "") return [];
      if (channel === "") return [{ path, saying: sayings.noChannelName(group) }];
      if (taken.has(channel.toLowerCase())) return [{ path, saying: sayings.channelTaken(group, channel) }];
      taken.add(channel.toLowerCase());
      return [];
    });
  });
}
