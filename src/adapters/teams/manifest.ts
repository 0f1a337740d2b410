/** The manifest of the Teams app for one municipality, out of the template and the texts in appPackage/. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AppManifestUtils, type TeamsManifest } from "@microsoft/app-manifest";
import { resourceSpecificPermissions } from "./rsc-permissions.ts";

export interface PackageOptions {
  /** `appName`: its own short name for the app, at most 30 characters. */
  municipality: { slug: string; name: string; appName?: string };
  /** https address of the deployment. */
  publicUrl: string;
  /** Microsoft app id of the bot. */
  botId: string;
  /** Client id of the Entra app; also the id of the Teams app, by which provisioning finds it in the catalogue. */
  clientId: string;
  /** Semantic version; Teams offers an update only for a higher one. */
  version: string;
}

export interface AppTexts {
  manifest: TeamsManifest;
  /** Contents of the language files, by file name. */
  languages: Record<string, Record<string, string>>;
}

export const packageFolder = fileURLToPath(new URL("../../../appPackage/", import.meta.url));
const languageFiles = ["nl.json", "en.json"];
const defaultLanguage = "nl.json";
const longestShortName = 30;

/** Builds manifest and language files. Throws one Error that lists everything Teams has against them. */
export async function buildManifest(options: PackageOptions): Promise<AppTexts> {
  const address = new URL(options.publicUrl);
  const values: Record<string, string> = {
    publicUrl: options.publicUrl.replace(/\/+$/, ""),
    host: address.host,
    botId: options.botId,
    clientId: options.clientId,
    version: options.version,
    municipality: options.municipality.name,
  };
  const languages: AppTexts["languages"] = {};
  for (const file of languageFiles) languages[file] = textsOf(filled(await readJson(file), values), options.municipality.appName);
  const manifest = filled(await readJson("manifest.template.json"), values) as Record<string, unknown>;
  for (const [path, text] of Object.entries(languages[defaultLanguage] ?? {})) {
    if (path !== "$schema") put(manifest, path, text);
  }
  const permissions = resourceSpecificPermissions.map((name) => ({ name, type: "Application" }));
  put(manifest, "authorization.permissions.resourceSpecific", permissions);
  const built = manifest as unknown as TeamsManifest;
  const faults = [...ownFaults(options), ...(await AppManifestUtils.validateAgainstSchema(built))];
  if (faults.length > 0) {
    const list = faults.map((fault) => `  - ${fault}`).join("\n");
    throw new Error(`The Teams app of ${options.municipality.name} would be refused by Teams:\n${list}`);
  }
  return { manifest: built, languages };
}

/** What Teams refuses although the schema lets it through. */
function ownFaults({ publicUrl, version }: PackageOptions): string[] {
  return [
    ...(publicUrl.startsWith("https://") ? [] : [`PUBLIC_URL must begin with https:// (it is ${publicUrl})`]),
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`the version must look like 1.2.3 (it is ${version})`]),
  ];
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(`${packageFolder}${file}`, "utf8"));
}

/** Fills in `{name}` in every text, however deep. */
function filled(value: unknown, values: Record<string, string>): unknown {
  if (typeof value === "string") return value.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  if (Array.isArray(value)) return value.map((one) => filled(one, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, values)]));
}

/**
 * The short name is the municipality's own choice; else with its name, and a municipality with a long name is called by it in the full
 * name alone: Teams cuts the short one at thirty characters.
 */
function textsOf(language: unknown, appName: string | undefined): Record<string, string> {
  const texts = language as Record<string, string>;
  const short = appName ?? texts["name.short"] ?? "";
  return { ...texts, "name.short": short.length <= longestShortName ? short : "Kernplein" };
}

/** Puts `value` at a path as language files write it: "bots[0].commandLists[0].commands[0].title". */
function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  let at = into;
  for (const step of steps.slice(0, -1)) {
    const next = at[step];
    if (typeof next !== "object" || next === null) throw new Error(`The manifest template has nothing at ${path}.`);
    at = next as Record<string, unknown>;
  }
  at[steps.at(-1) ?? ""] = value;
}
