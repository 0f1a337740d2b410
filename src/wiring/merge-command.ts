/** `kernplein merge plan|apply A.yaml B.yaml [C.yaml] --into NEW.yaml`. */
import { readFile } from "node:fs/promises";
import { type Merged, mergeMunicipalities } from "../adapters/postgres/merge-municipalities.ts";
import { readConfig } from "../config.ts";
import { type MergerPlan, type MunicipalityFile, parseMunicipalityFile, planMerger, themePrefix } from "../kernen/index.ts";
import type { PhotoStore } from "../proposals/photo-store.ts";
import { withDatabase } from "./command-line.ts";
import type { Database } from "./database.ts";
import { loadMunicipalities } from "./municipalities.ts";
import { openPhotoStore } from "./photo-store.ts";

/** Throws one Error with every fault of every file. */
export async function readMunicipalities(paths: readonly string[]): Promise<MunicipalityFile[]> {
  const files: MunicipalityFile[] = [];
  const faults: string[] = [];
  for (const path of paths) {
    const read = parseMunicipalityFile(await readFile(path, "utf8"));
    if ("municipality" in read) files.push(read.municipality);
    else faults.push(...read.faults.map(({ line, column, en }) => `  ${path}:${line}:${column} ${en}`));
  }
  if (faults.length > 0) throw new Error(`The municipality files have ${faults.length} faults:\n${faults.join("\n")}`);
  return files;
}

/** Throws one Error with every fault of every file. Changes nothing. */
async function planMergerOf(from: readonly string[], into: string): Promise<MergerPlan> {
  const [target, ...sources] = await readMunicipalities([into, ...from]);
  if (!target) throw new Error("The file to merge into cannot be read.");
  return planMerger(sources, target);
}

export function mergerInWords({
  into,
  kernen,
  themes,
  newKernen,
  officersLeaving,
  officersComing,
  problems,
}: MergerPlan): string {
  const anew = kernen.filter(({ keepsTeam }) => !keepsTeam);
  return [
    `${into.name}: ${kernen.length} kernen come together, with their members, proposals, votes and history`,
    ...problems.map((text) => `  ! ${text}`),
    ...kernen.map(({ municipality, kern, to, keepsTeam }) => {
      const team = keepsTeam ? "" : " (new team in the new tenant; residents are invited anew)";
      return `  ~ ${municipality}/${kern} becomes ${into.slug}/${to}${team}`;
    }),
    ...themes.map(({ municipality, theme, to }) => `  ~ theme team ${municipality}/${theme} becomes ${into.slug}/${to}`),
    ...newKernen.map((slug) => `  + ${into.slug}/${slug} is new`),
    ...officersLeaving.map((email) => `  - ${email} is no officer any more`),
    ...officersComing.map((email) => `  + ${email} becomes officer`),
    ...(anew.length > 0
      ? [`  ${anew.length} teams stay behind in the old tenants: archive them there with kernplein provision leave`]
      : []),
  ].join("\n");
}

/**
 * Carries the plan out: photos are copied, then everything moves in one transaction, then the new file is loaded. Throws one sentence
 * when the plan has problems. `rehearse`: nothing stays changed. Afterwards the old files must give way to the new one.
 */
export async function applyMerger(
  { connections }: Pick<Database, "connections">,
  photos: Pick<PhotoStore, "get" | "put">,
  plan: MergerPlan,
  { rehearse = false } = {},
): Promise<Merged> {
  if (plan.problems.length > 0)
    throw new Error(`Nothing was changed. First:\n${plan.problems.map((text) => `  ${text}`).join("\n")}`);
  const { into, from, kernen, themes } = plan;
  if (!rehearse) for (const { slug } of from) await copyPhotos(connections, photos, slug, into.slug);
  const merged = await mergeMunicipalities(
    connections.owner,
    {
      into: { ...into, tenantId: into.entraTenantId },
      from: from.map(({ slug, entraTenantId }) => ({
        slug,
        sameTenant: entraTenantId.toLowerCase() === into.entraTenantId.toLowerCase(),
        kernen: Object.fromEntries([
          ...kernen.filter(({ municipality }) => municipality === slug).map(({ kern, to }) => [kern, to]),
          ...themes
            .filter(({ municipality }) => municipality === slug)
            .map(({ theme, to }) => [themePrefix + theme, themePrefix + to]),
        ]),
      })),
    },
    { rehearse },
  );
  if (!rehearse) await loadMunicipalities(connections.inMunicipality, [into]);
  return merged;
}

/** Copies first and leaves the old ones: an interruption loses nothing. */
async function copyPhotos(
  connections: Database["connections"],
  photos: Pick<PhotoStore, "get" | "put">,
  from: string,
  into: string,
): Promise<void> {
  const rows = await connections.inMunicipality(from, (tx) => tx.selectFrom("photo").select("photo_id").execute());
  for (const { photo_id: photo } of rows) {
    const content = await photos.get(from, photo);
    if (content) await photos.put(into, photo, content.bytes, content.contentType);
  }
}

export interface MergeOptions {
  into?: string;
  json?: boolean;
  rehearse?: boolean;
  /** The new municipality's name, typed in full; without it nothing is carried out. */
  confirm?: string;
}

/** `kernplein merge plan|apply`. Gives the exit code: 1 when people must put something right first, 64 without the typed name. */
export async function mergeByCommand(what: "plan" | "apply", files: readonly string[], options: MergeOptions): Promise<number> {
  if (options.into === undefined) {
    console.error("Name the file of the new municipality: --into NEW.yaml (merge plan --draft NEW.yaml proposes one).");
    return 64;
  }
  const plan = await planMergerOf(files, options.into);
  if (what === "plan" || plan.problems.length > 0) {
    console.log(options.json ? JSON.stringify(plan, null, 2) : mergerInWords(plan));
    return plan.problems.length > 0 ? 1 : 0;
  }
  if (!options.rehearse && options.confirm !== plan.into.name) {
    console.error(`${mergerInWords(plan)}\nTo go on, type the new name: --confirm "${plan.into.name}" (or --rehearse).`);
    return 64;
  }
  const photos = await openPhotoStore(readConfig());
  const merged = await withDatabase((database) => applyMerger(database, photos, plan, { rehearse: options.rehearse ?? false }));
  const rows = Object.values(merged.rows).reduce((sum, count) => sum + count, 0);
  const sentence = options.rehearse
    ? `Rehearsed: ${rows} rows would move. Nothing was changed.`
    : `${rows} rows moved to ${plan.into.name}.`;
  console.log(options.json ? JSON.stringify(merged, null, 2) : sentence);
  return 0;
}
