/** JSON Schemas of inputs and answers, made of zod; shared parts become components in PascalCase. */
import { z } from "zod";
import { answers, parts } from "./view-schemas.ts";

export type Json = Record<string, unknown>;

const safest = 9007199254740991;

/** Zod writes the whole grammar of a date as a pattern and the limits of a double as bounds; the format says it better. */
function plain({ jsonSchema }: { jsonSchema: Json }): void {
  if (jsonSchema["format"] !== undefined) delete jsonSchema["pattern"];
  if (jsonSchema["minimum"] === -safest) delete jsonSchema["minimum"];
  if (jsonSchema["maximum"] === safest) delete jsonSchema["maximum"];
}

export const componentRef = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Components of all answers and of the parts they share. */
export function answerComponents(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  const named: [string, z.ZodType][] = [...Object.entries(parts), ...Object.entries(answers)];
  const known = new Set<z.ZodType>();
  for (const [id, schema] of named) {
    if (known.has(schema)) continue;
    known.add(schema);
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: plain as never,
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIdentity(schema as Json)]));
}

function withoutIdentity({ $schema: _, $id: __, ...schema }: Json): Json {
  return schema;
}

export interface InputSchema {
  properties: Record<string, Json>;
  required: readonly string[];
}

/** The fields of an action's input as they cross the wire. */
export function inputSchema(schema: z.ZodType): InputSchema {
  const made = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override: plain as never }) as Json;
  return {
    properties: (made["properties"] ?? {}) as Record<string, Json>,
    required: (made["required"] ?? []) as string[],
  };
}
