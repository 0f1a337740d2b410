/** As much of a municipality file as can be read, whatever is wrong with the rest: so one fault never hides another. */
import { z } from "zod";
import type { Saying } from "./municipality-file-sayings.ts";
import type { Path } from "./municipality-file-yaml.ts";

export interface Finding {
  path: Path;
  saying: Saying;
}

/** A team in Teams has at most 100 owners, and officers are its owners (Microsoft, "Limits and specifications for Microsoft Teams"). */
export const mostOfficersPerKern = 100;

const text = z.string().catch("");
const mail = text.transform((given) => given.trim().toLowerCase());
const texts = z.array(text).catch([]);
const postcodes = z.array(z.union([z.string(), z.number()]).transform(String).catch("")).catch([]);
const people = z.array(z.looseObject({ email: text }).catch({ email: "" })).catch([]);
const leave = z.array(z.object({ from: text, until: text, deputy: mail }).catch({ from: "", until: "", deputy: "" })).catch([]);
const noTheme = { slug: "", name: "", kernen: [], owners: [], partners: [], channels: [], until: "", accepted: [] };
const outline = z.object({
  languages: texts,
  tabs: texts,
  themeTeams: z
    .array(
      z
        .object({
          slug: text,
          name: text,
          kernen: texts,
          owners: z.array(mail).catch([]),
          partners: people,
          channels: texts,
          until: text,
          accepted: texts,
        })
        .catch(noTheme),
    )
    .catch([]),
  kernen: z
    .array(
      z
        .object({ slug: text, name: text, villageGroups: texts, postcodes, accepted: texts })
        .catch({ slug: "", name: "", villageGroups: [], postcodes: [], accepted: [] }),
    )
    .catch([]),
  officers: z
    .array(z.object({ name: text, email: text, kernen: texts, leave }).catch({ name: "", email: "", kernen: [], leave: [] }))
    .optional()
    .catch(undefined),
  councillors: people,
  admins: people,
});
export type Outline = z.output<typeof outline>;

/** What is readable of the raw `value` of a file; undefined when it is not even a group of keys. */
export function outlineOf(value: unknown): Outline | undefined {
  return outline.safeParse(value).data;
}
