/** Links to a tab of an app. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */

export interface AppLink {
  appId: string;
  /** entityId of the tab. */
  pageId: string;
  subPageId: string;
  channelId: string;
}

const hosts = ["teams.microsoft.com", "teams.cloud.microsoft"];

/** Reads `https://teams.microsoft.com/l/entity/{appId}/{pageId}?context={"subEntityId":…}`; null for any other address. */
export function readAppLink(address: string): AppLink | null {
  const url = URL.parse(address);
  const [, l, entity, appId, pageId] = url?.pathname.split("/") ?? [];
  if (!url || !hosts.includes(url.hostname) || l !== "l" || entity !== "entity" || !appId || !pageId) return null;
  const { subEntityId = "", channelId = "" } = contextIn(url.searchParams.get("context"));
  return { appId, pageId: decodeURIComponent(pageId), subPageId: subEntityId, channelId };
}

function contextIn(text: string | null): { subEntityId?: string; channelId?: string } {
  try {
    const read: unknown = JSON.parse(text ?? "{}");
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}
