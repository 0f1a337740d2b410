/** What the window of Teams is told by this machine: who there is, and what stands in the local Microsoft 365. */

export interface FramePerson {
  email: string;
  name: string;
  /** Object id in the tenant. */
  oid: string;
  /** "inwoner", "kerncontactfunctionaris", "raadslid", "beheerder". */
  role: string;
  kern?: string;
}

export interface FrameTab {
  id: string;
  name: string;
  entityId: string | null;
  contentUrl: string;
  websiteUrl: string | null;
}

export interface FrameChannel {
  id: string;
  name: string;
  tabs: FrameTab[];
}

export interface FrameTeam {
  id: string;
  internalId: string;
  name: string;
  description: string;
  /** Object ids. */
  members: string[];
  channels: FrameChannel[];
}

export interface FrameMunicipality {
  municipality: string;
  name: string;
  tenantId: string;
  /** Who has something to do stands first. */
  people: FramePerson[];
  teams: FrameTeam[];
}

export interface FrameData {
  /** Where the pages in the tabs come from: http://localhost:3978. */
  origin: string;
  /** Id of the Teams app. */
  appId: string;
  municipalities: FrameMunicipality[];
}

/** What the plus sign of a channel asks for. */
export interface NewTab {
  tenant: string;
  team: string;
  channel: string;
  displayName: string;
  configuration: { entityId: string; contentUrl: string; websiteUrl: string };
}
