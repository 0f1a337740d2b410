/** `kernplein poster ABOUT`: the PDF that also the button makes. */
import { writeFile } from "node:fs/promises";
import { drawPoster } from "../adapters/poster/index.ts";
import { readConfig } from "../config.ts";
import { allMunicipalities } from "../kernen/index.ts";
import { type PosterSize, posterSize } from "../notifications/contract.ts";
import { viewPoster } from "../notifications/index.ts";
import { Refused } from "../shared/refused.ts";
import { itself } from "../shared/work.ts";
import { withDatabase } from "./command-line.ts";
import { makeCore } from "./core.ts";
import { findRunning } from "./running.ts";
import { vaultOf } from "./vault.ts";

interface PosterOptions {
  size: PosterSize;
  municipality?: string;
  out: string;
}

const isId = (about: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(about);

/** Looks for it in every municipality of the deployment, or in the one that is named. Throws one sentence when there is no such thing. */
export async function makePoster(about: string, options: PosterOptions): Promise<{ file: string; title: string }> {
  const config = readConfig();
  const origin = config.PUBLIC_URL ?? findRunning(config.LOCAL_FOLDER)?.origin ?? `http://localhost:${config.PORT}`;
  const size = posterSize.parse(options.size);
  const asked = isId(about) ? [{ proposal: about }, { poll: about }, { meeting: about }] : [{ kern: about }];
  return withDatabase(async ({ connections }) => {
    const { perform } = makeCore(connections, () => [], vaultOf(config));
    const found = [];
    for (const { municipality } of await allMunicipalities(connections.db)) {
      if (options.municipality !== undefined && options.municipality !== municipality) continue;
      for (const input of asked) {
        const view = await perform(viewPoster, { ...itself(municipality), channel: "cli" }, { ...input, size }).catch(notFound);
        if (view) found.push(view);
      }
    }
    const [poster, ...others] = found;
    if (!poster) throw new Error(`There is no kern, published proposal, poll or coming meeting ${about}.`);
    if (others.length > 0) throw new Error(`Several municipalities have a kern ${about}; say which with --municipality.`);
    await writeFile(options.out, await drawPoster(poster, origin));
    return { file: options.out, title: poster.title };
  });
}

function notFound(error: unknown): undefined {
  if (error instanceof Refused && (error.code === "not-found" || error.code === "invalid-input")) return undefined;
  throw error;
}
