/**
 * The shape of a municipality file (infra/municipalities/<slug>.yaml): what is written once at onboarding and changed by hand, rarely.
 * Messages are codes; municipality-file-sayings.ts turns them into sentences.
 */
import { z } from "zod";
import { accentNames, silhouetteNames } from "./kern-identity.ts";

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug")
  .describe("Stands in web addresses and never changes: lower-case letters, digits and single hyphens.");

/** Letters of any script with the signs Dutch place names use: 's-Gravenpolder, Rijswijk (NB), 2e Exloërmond. */
const placeName = z
  .string()
  .trim()
  .normalize()
  .min(1, "empty")
  .max(80)
  .regex(/^[\p{L}\p{M}\p{N} '’().\-/]*$/u, "place-name");

const personName = z
  .string()
  .trim()
  .normalize()
  .min(1, "empty")
  .max(80)
  .regex(/^[^<>\p{Cc}]*$/u, "person-name");

const phone = z
  .string()
  .trim()
  .regex(/^(?:(?:0|\+31 ?)[1-9](?:[ -]?\d){8}|14 ?0\d{2,3})$/, "phone")
  .describe("A Dutch number: 0184 12 34 56, 088 123 45 67, +31 88 123 45 67 or 14 0184.");

const email = z.email("email").toLowerCase();

const postcode = z
  .union([z.int(), z.string()], "postcode")
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{3}$/, "postcode"));

const joining = z
  .enum(["at-once", "officer-decides"])
  .describe("Whether a new resident takes part after the confirmation mail, or after an officer's yes.");

/** WGS 84 degrees, within a box around the European part of the Netherlands. */
const location = z.strictObject({
  latitude: z.number().min(50.7, "latitude").max(53.7, "latitude"),
  longitude: z.number().min(3.2, "longitude").max(7.3, "longitude"),
});

const kern = z.strictObject({
  slug,
  name: placeName,
  kind: z.enum(["dorp", "stad", "buurtschap"]),
  postcodes: z.array(postcode).min(1, "empty-list").describe("Four digits each; two kernen may share one."),
  residents: z.int().min(0).max(1_000_000).nullable().describe("null when the kern is not counted apart from its neighbour."),
  location,
  formerMunicipality: placeName.optional().describe("The last one before the merger."),
  accent: z.enum(accentNames),
  silhouette: z.enum(silhouetteNames),
  joining: joining.optional().describe("Overrides the municipality's own."),
  villageGroups: z
    .array(z.string().trim().normalize().min(1, "empty").max(100))
    .max(200)
    .default([])
    .describe("Each becomes a channel in the kern's team."),
});

const person = z.strictObject({ name: personName, email });

const officer = z.strictObject({
  ...person.shape,
  phone: phone.optional().describe("The municipality's own when left out."),
  kernen: z.array(z.string()).min(1, "empty-list").describe("Slugs of the kernen this officer serves."),
});

export const municipalityFileSchema = z.strictObject({
  name: placeName,
  slug,
  cbsCode: z.string().regex(/^GM\d{4}$/, "cbs-code"),
  entraTenantId: z.guid("guid"),
  languages: z
    .array(z.enum(["nl", "en"]))
    .min(1, "empty-list")
    .describe("The first is used where nobody chose."),
  phone,
  joining,
  kernen: z.array(kern).min(1, "empty-list"),
  officers: z.array(officer),
  councillors: z.array(person).default([]),
  admins: z.array(person).min(1, "empty-list"),
});

export type MunicipalityFile = z.output<typeof municipalityFileSchema>;
export type KernInFile = z.output<typeof kern>;
export type OfficerInFile = z.output<typeof officer>;
export type PersonInFile = z.output<typeof person>;
