/** The sample content, loaded once in a run of the tests: whichever file asks first makes it, the others take a copy. */
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { loadDemo } from "../../src/local/demo/load-demo.ts";
import { startApp } from "../../src/wiring/app.ts";
import { urlOf, withServer } from "./database.ts";
import { templateDatabase } from "./postgres-server.ts";

export interface Demo {
  /** The database to clone. */
  template: string;
  /** The LOCAL_FOLDER to copy: photos, and what the local Microsoft knows. */
  folder: string;
}

const template = "kernplein_demo";
/** Any number, the same in all processes of the tests. */
const makingDemo = 3_611;

export function demoOnce(): Promise<Demo> {
  const folder = join(process.env["KERNPLEIN_TEST_FOLDER"] ?? "", "demo");
  return withServer(async (server) => {
    // Let go when the connection ends, also by a process that dies.
    await server.query("select pg_advisory_lock($1)", [makingDemo]);
    const { rowCount } = await server.query("select from pg_database where datname = $1", [template]);
    if (rowCount === 0) {
      const making = `${template}_making`;
      await server.query(`drop database if exists ${making}`);
      await server.query(`create database ${making} template ${templateDatabase}`);
      await makeDemo(urlOf(making), folder);
      await server.query(`alter database ${making} rename to ${template}`);
    }
    return { template, folder };
  });
}

async function makeDemo(url: string, folder: string): Promise<void> {
  const app = await startApp(readConfig({ PORT: "0", DATABASE_URL: url, LOCAL_FOLDER: folder, LOG_LEVEL: "silent" }));
  const { perform, workshop, addPhoto } = app;
  await loadDemo({ perform, inMunicipality: workshop.inMunicipality, addPhoto, now: new Date() });
  await app.close();
}
