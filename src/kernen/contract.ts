/** What crosses the wire about kernen (villages). */
import { z } from "zod";

/** Slug of a kern within its municipality: "nieuw-lekkerland". */
export const kernId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "invalid-kern")
  .max(60);

/** `postcode`: four digits; suggests kernen, never decides (3381 is Giessenburg and Giessen-Oudekerk). */
export const listKernenInput = z.object({
  postcode: z
    .string()
    .transform((given) => given.replace(/\s/g, "").slice(0, 4))
    .pipe(z.string().regex(/^[1-9][0-9]{3}$/, "invalid-postcode"))
    .optional(),
});

export const viewKernInput = z.object({ kern: kernId });

/** Whether a newcomer takes part after the confirmation mail, or after an officer's yes. */
export type Joining = "at-once" | "officer-decides";

interface KernFacts {
  municipality: string;
  municipalityName: string;
  kern: string;
  name: string;
  kind: string;
  /** Inhabitants on 1-1-2021 (CBS), rounded to 5; 0 when unknown. */
  residents: number;
  /** WGS 84 degrees. */
  latitude: number;
  longitude: number;
  formerMunicipality: string;
  accent: string;
  silhouette: string;
  postcodes: string[];
  joining: Joining;
  villageGroups: string[];
}

/** A kern as the slices above know it. `teamUrl` is null until its team was made. */
export interface Kern extends KernFacts {
  teamUrl: string | null;
}

export interface Municipality {
  municipality: string;
  name: string;
  cbsCode: string;
  entraTenantId: string;
  joining: Joining;
  /** The first is used where nobody chose. */
  languages: string[];
  phone: string;
}

export interface KernView extends KernFacts {
  /** People who take part; null below 10 (small numbers could single someone out). */
  members: number | null;
}

export interface KernenView {
  kernen: KernView[];
}

export interface ContactPerson {
  name: string;
  phone: string;
}

export interface KernHomeView extends KernView {
  contact: ContactPerson;
  /** Only for who is signed in; null while the kern has no team. */
  teamUrl: string | null;
}

export type KernenFact = { fact: "kernen-loaded" };
