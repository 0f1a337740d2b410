/** The municipality file for editors. */
import { z } from "zod";
import { municipalityFileSchema } from "./municipality-file-schema.ts";

/**
 * JSON schema (draft 2020-12) of what stands in a municipality file. In an editor with a YAML language server:
 * `# yaml-language-server: $schema=municipality.schema.json` as the first line of the file.
 */
export function municipalityJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(municipalityFileSchema, { io: "input" });
  return { $schema, title: "Municipality of Kernplein", ...rest };
}
