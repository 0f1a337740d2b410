/** What crosses the wire about kernen (villages). */
import { z } from "zod";

/** Slug of a kern within its municipality: "nieuw-lekkerland". */
export const kernId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "invalid-kern")
  .max(60);
export const municipalityId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "invalid-municipality")
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

export interface KernView {
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
  joining: "at-once" | "officer-decides";
  villageGroups: string[];
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
  teamUrl: string | null;
}

export type KernenFact = { fact: "kernen-loaded" };
