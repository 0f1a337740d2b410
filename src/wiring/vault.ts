/** The secret that seals the keys of polls: a setting, or on one's own machine a file of the local folder. */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { makeVault, type Vault } from "../shared/vault.ts";

export function vaultOf({ VOTING_KEY_SECRET, LOCAL_FOLDER }: Pick<Config, "VOTING_KEY_SECRET" | "LOCAL_FOLDER">): Vault {
  return makeVault(VOTING_KEY_SECRET ?? localSecret(LOCAL_FOLDER));
}

/** Made once; whoever comes second reads what the first one wrote. */
function localSecret(folder: string): string {
  const file = join(folder, "voting-key");
  if (existsSync(file)) return readFileSync(file, "utf8");
  mkdirSync(folder, { recursive: true });
  const own = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(own, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  unlinkSync(own);
  return readFileSync(file, "utf8");
}
