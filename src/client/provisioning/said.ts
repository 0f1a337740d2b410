import type { Said } from "../../provisioning/contract.ts";
import { useLanguage } from "../language.ts";

/** A sentence of the server in the language that is on. */
export function useSaid(): (said: Said) => string {
  const language = useLanguage();
  return (said) => said[language];
}
