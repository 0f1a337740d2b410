/** `kernplein local remove-tab`: changes the local Teams as somebody with her own hands would, so that there is something to see. */
import { readConfig } from "../config.ts";
import { findTab } from "../provisioning/index.ts";
import { withMeans } from "./provision-command.ts";
import { findRunning } from "./running.ts";

/** Takes the tab of proposals out of a kern's team. Gives a sentence; throws one when the app does not run here or there is no such tab. */
export async function removeTabByHand(municipality: string, kern: string): Promise<string> {
  const config = readConfig();
  if (!config.local) throw new Error("This is for the local Teams only; here a cloud setting is present.");
  if (!findRunning(config.LOCAL_FOLDER))
    throw new Error("Kernplein does not run on this machine. Start it first, in another window: npm start");
  await withMeans(async ({ workshop, workplace, files }) => {
    const tenant = files.find(({ slug }) => slug === municipality)?.entraTenantId;
    const tab = await workshop.inMunicipality(municipality, (tx) => findTab(tx, kern, "voorstellen"));
    if (!tenant || !tab) throw new Error(`There is no kern “${kern}” in ${municipality} with a tab Voorstellen.`);
    await workplace.workplace.removeTab(tenant, tab.teamId, tab.channelId, tab.tabId);
    return 0;
  });
  return `The tab Voorstellen is gone from the team of ${kern}. Sign in as the administrator and look again.`;
}
