import type { CSSProperties } from "react";
import { accentOf } from "../../kernen/kern-identity.ts";

/** The accent of a kern as custom properties, for lists in which several kernen stand side by side; see accent.module.css. */
export function accentStyle(name: string): CSSProperties {
  const accent = accentOf(name);
  const properties: Record<`--${string}`, string> = { "--accent-on-light": accent.light, "--accent-on-dark": accent.dark };
  return properties as CSSProperties;
}
