/**
 * An apply of both municipalities at once, to be killed. Prints a line when it begins, one for each request, and what is left when it
 * comes to its end.
 */
import { graphWorkplace, openGraph } from "../../../src/adapters/graph/index.ts";
import { connect } from "../../../src/adapters/postgres/connect.ts";
import { applyProvisioning } from "../../../src/provisioning/index.ts";
import { makeVault } from "../../../src/shared/vault.ts";
import { makeCore } from "../../../src/wiring/core.ts";
import { fastTime, type Pace } from "./fast-time.ts";
import { files, orderOf, tokens } from "./place.ts";

export interface Errand extends Pace {
  databaseUrl: string;
  graphUrl: string;
  /** By slug of the municipality. */
  tenants: Record<string, string>;
}

const { databaseUrl, graphUrl, tenants, ...pace } = JSON.parse(process.argv[2] ?? "") as Errand;
const time = fastTime(pace);
const connections = connect(databaseUrl);
const { workshop } = makeCore(connections, () => [], makeVault("provisioning seals nothing, whatever this says"));
const graph = openGraph({
  origin: graphUrl,
  tokens,
  time,
  polling: { firstMs: 5000, everyMs: 31_000 },
  record: () => console.log("request"),
});
// The Graph of this bench shows a team ten seconds after it is asked for, a quarter of a second of the machine. It is waited for much
// longer, since that Graph itself may have to wait for a busy machine, and its time goes on meanwhile.
const settle = { teamMs: 240_000, partMs: 40_000, everyMs: 4000 };
const provisioner = { workplace: graphWorkplace(graph), keeper: workshop, time, settle };
console.log("begun");
const failures: unknown[] = [];
const applying = files.map(async (file) => {
  try {
    failures.push(...(await applyProvisioning(provisioner, orderOf(file, tenants[file.slug]))).failures);
  } catch (error) {
    // Of so many requests in a row now and then all go wrong; the next run begins anew.
    failures.push(String(error));
  }
});
await Promise.all(applying);
console.log(JSON.stringify({ failures }));
await connections.close();
