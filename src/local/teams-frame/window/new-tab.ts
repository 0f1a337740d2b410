/** The plus sign of a channel: the app's settings page in a dialog, and the tab that it asks for. */
import type { NewTab } from "../frame-data.ts";
import type { Desk } from "./answers.ts";
import { askJson } from "./ask.ts";
import { openDialog } from "./dialogs.ts";

interface Saved {
  entityId: string;
  contentUrl: string;
  websiteUrl: string;
  suggestedDisplayName?: string;
}

/** `added`: with the id of the tab that stands in the channel now. */
export function addTab(desk: Desk, added: (tab: string) => Promise<void>): void {
  const { team, channel, home } = desk.here().places;
  if (!team || !channel || desk.dialog.open) return;

  async function keep({ suggestedDisplayName, ...configuration }: Saved): Promise<void> {
    const { entityId, contentUrl, websiteUrl } = configuration;
    const tab: NewTab = {
      tenant: home.tenantId,
      team: team?.id ?? "",
      channel: channel?.id ?? "",
      displayName: suggestedDisplayName ?? "Kernplein",
      configuration: { entityId, contentUrl, websiteUrl },
    };
    const { id } = await askJson<{ id: string }>("/local/teams/tabbladen", tab);
    await added(id);
  }

  const opened = openDialog({
    title: desk.say().add,
    url: `${desk.data().origin}/tab/instellen`,
    size: { width: "medium", height: "large" },
    say: desk.say(),
    saves: () => desk.host()?.tell("settings.save", [{}], "settings"),
    onEnd({ submitted, result }) {
      desk.dialog.open = undefined;
      if (submitted && result) keep(result as Saved).catch(() => desk.fail(desk.say().notAdded));
    },
  });
  desk.dialog.open = opened;
  desk.host()?.hear(opened.frame, "settings");
}
