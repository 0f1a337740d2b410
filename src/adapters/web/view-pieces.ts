/** What the schemas of answers are made of, for the OpenAPI document alone (see view-schemas.ts). */
import { z } from "zod";

export const text = z.string();
export const id = z.uuid();
export const time = z.iso.datetime();
export const count = z.int().min(0);
export const people = count
  .nullable()
  .describe("A number of people; null stands for fewer than 10, so that nobody can be singled out.");
export const slug = z.string().describe("Name of the kern in addresses, such as nieuw-lekkerland.");
