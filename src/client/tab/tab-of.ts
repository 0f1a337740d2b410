import { paths } from "../../shared/links.ts";

interface TabSettings {
  entityId: string;
  contentUrl: string;
  websiteUrl: string;
  suggestedDisplayName: string;
}

/** How the tab of a kern is set up in Teams. On a phone Teams opens `websiteUrl` in a browser, so that must be the page itself. */
export function tabOf(origin: string, kern: { municipality: string; kern: string; name: string }): TabSettings {
  const path = paths.kern(kern.municipality, kern.kern);
  return {
    entityId: `${kern.municipality}/${kern.kern}`,
    contentUrl: origin + paths.tab(path),
    websiteUrl: origin + path,
    suggestedDisplayName: `Kernplein ${kern.name}`,
  };
}
