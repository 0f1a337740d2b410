/**
 * The shape of a municipality file (infra/municipalities/<slug>.yaml): what is written once at onboarding and changed by hand, rarely.
 * Messages are codes; municipality-file-sayings.ts turns them into sentences.
 */
import { z } from "zod";
import { driftKinds } from "./drift-kinds.ts";
import { accentNames, silhouetteNames } from "./kern-identity.ts";

const tabNames = ["plein", "voorstellen"] as const;

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

/** Days of the calendar of the Netherlands, both included. */
const day = z.iso.date("day").describe("A day, as in 2027-06-30.");

const rollout = z
  .enum(["pilot", "live", "later"])
  .optional()
  .describe(
    "later: Kernplein leaves Microsoft 365 alone. pilot and live (when left out): it makes and keeps the team; pilot goes first.",
  );

const accepted = z
  .array(z.string().regex(/^[a-z]+(-[a-z]+)*(\/\S.*)?$/, "drift"))
  .max(500)
  .optional()
  .describe("Changes made by hand in Teams that stay as they are; written by `kernplein provision accept`.");

const was = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, "was")
  .optional();

const kern = z.strictObject({
  slug,
  name: placeName,
  kind: z.enum(["dorp", "stad", "buurtschap"]),
  postcodes: z.array(postcode).min(1, "empty-list").describe("Four digits each; two kernen may share one."),
  residents: z.int().min(0).max(1_000_000).nullable().describe("null when the kern is not counted apart from its neighbour."),
  location,
  was: was.describe("For `kernplein merge`: which kern of which old municipality this was, as in “giessenlanden/arkel”."),
  formerMunicipality: placeName.optional().describe("The last one before the merger."),
  accent: z.enum(accentNames),
  silhouette: z.enum(silhouetteNames),
  joining: joining.optional().describe("Overrides the municipality's own."),
  villageGroups: z
    .array(z.string().trim().normalize().min(1, "empty").max(100))
    .max(200)
    .default([])
    .describe("Each becomes a channel in the kern's team. Left out again: the channel is archived, never deleted."),
  rollout,
  accepted,
});

const person = z.strictObject({ name: personName, email });

const officer = z.strictObject({
  ...person.shape,
  photo: z
    .url({ protocol: /^https$/, error: "photo" })
    .max(500)
    .optional()
    .describe("Her face beside her name in mails: an https address, square, 96 pixels or more."),
  phone: phone.optional().describe("The municipality's own when left out."),
  kernen: z.array(z.string()).min(1, "empty-list").describe("Slugs of the kernen this officer serves."),
  leave: z
    .array(
      z.strictObject({
        from: day,
        until: day.describe("The last day of the leave."),
        deputy: email.describe("An officer of this file, who serves these kernen as well for as long as the leave lasts."),
      }),
    )
    .max(50)
    .optional(),
});

const partner = z.strictObject({
  name: personName,
  email,
  organisation: z.string().trim().normalize().min(1, "empty").max(120).optional(),
});

const themeTeam = z.strictObject({
  slug,
  name: z
    .string()
    .trim()
    .normalize()
    .min(1, "empty")
    .max(80)
    .regex(/^[^<>\p{Cc}]*$/u, "person-name"),
  was: was.describe("For `kernplein merge`: which theme team of which old municipality this was, as in “giessenlanden/dijk”."),
  about: z.string().trim().normalize().max(400).default("").describe("What people read under the name of the team."),
  kernen: z.array(z.string()).min(1, "empty-list").describe("Slugs of the kernen it concerns; their officers are members."),
  owners: z.array(email).min(1, "empty-list").describe("Addresses of officers of this file."),
  partners: z
    .array(partner)
    .max(500)
    .default([])
    .describe("From outside, by e-mail: they become guests and members of this team."),
  channels: z.array(z.string().trim().normalize().min(1, "empty").max(100)).max(200).default([]),
  until: day.optional().describe("The last day; then the team is archived, with everything in it."),
  rollout,
  accepted,
});

/** Defaults: residents talk and mend their own words; channels are made by officers and by this file. */
const teams = z.strictObject({
  membersMakeChannels: z.boolean().default(false),
  guestsMakeChannels: z.boolean().default(false).describe("Residents are guests."),
  editOwnMessages: z.boolean().default(true),
  deleteOwnMessages: z.boolean().default(true),
  mentionEveryone: z.boolean().default(false).describe("Whether members may mention the whole team or channel at once."),
});

const drift = z.strictObject({
  repair: z
    .array(z.enum(driftKinds))
    .default([])
    .describe("What the daily check puts right by itself; everything else is told to the officer."),
});

const iconFile = z
  .string()
  .max(200)
  .regex(/^([a-z0-9][a-z0-9_-]*\/)*[a-z0-9][a-z0-9_-]*\.png$/i, "icon-file")
  .describe("A PNG beside this file or in a folder below it.");

/** How the app is called and drawn in Teams. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package */
const app = z.strictObject({
  name: z
    .string()
    .trim()
    .normalize()
    .min(1, "empty")
    .max(30)
    .regex(/^[^<>\p{Cc}]*$/u, "app-name")
    .optional()
    .describe("What people see under the icon, at most 30 characters; “Kernplein” and the municipality's name when left out."),
  icons: z
    .strictObject({
      color: iconFile.describe("192 by 192 pixels, in colour."),
      outline: iconFile.describe("32 by 32 pixels, white on transparent."),
    })
    .optional()
    .describe("Both or none; Kernplein's own when left out."),
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
  teams: teams.prefault({}).describe("Settings of every team."),
  tabs: z
    .array(z.enum(tabNames))
    .default([...tabNames])
    .describe("plein: in Algemeen; voorstellen: in Voorstellen."),
  drift: drift.prefault({}),
  app: app.optional(),
  kernen: z.array(kern).min(1, "empty-list"),
  themeTeams: z.array(themeTeam).max(500).default([]),
  officers: z.array(officer),
  councillors: z.array(person).default([]),
  admins: z.array(person).min(1, "empty-list"),
});

export type MunicipalityFile = z.output<typeof municipalityFileSchema>;
export type KernInFile = z.output<typeof kern>;
export type OfficerInFile = z.output<typeof officer>;
export type PersonInFile = z.output<typeof person>;
export type ThemeTeamInFile = z.output<typeof themeTeam>;
