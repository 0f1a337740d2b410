/** Front door of kernen. */

export { channelName } from "./channel-name.ts";
export { draftInYaml, draftMerger, type NewMunicipality } from "./draft-merger.ts";
export { type DriftKind, driftKindOf, neverAccepted } from "./drift-kinds.ts";
export { type Accent, accentOf } from "./kern-identity.ts";
export { listKernen } from "./list-kernen.ts";
export { loadMunicipality } from "./load-municipality.ts";
export { calledNow, kernRenamed, type MergedMunicipality, mergedMunicipalities, redirectOf } from "./merged-municipalities.ts";
export { type MunicipalityFile, parseMunicipalityFile } from "./municipality-file.ts";
export { acceptInMunicipalityFile, themePrefix } from "./municipality-file-accept.ts";
export { dutchDay, isOver, officersOn, withDeputies } from "./municipality-file-days.ts";
export { municipalityJsonSchema } from "./municipality-json-schema.ts";
export { type MergerPlan, type MovingKern, planMerger } from "./plan-merger.ts";
export { allKernen, allMunicipalities, contactOf, kernOf, municipalityOf, recordTeamUrl } from "./reads.ts";
export { shownPeople } from "./rules.ts";
export type { MunicipalityInDirectory } from "./store.ts";
export { viewKern } from "./view-kern.ts";
