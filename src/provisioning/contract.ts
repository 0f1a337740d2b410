/** What is asked of Microsoft 365, what it takes to get there, and what is told about it. */

/** A municipality as its file describes it, as far as Teams is concerned. */
export interface Order {
  municipality: string;
  tenantId: string;
  kernen: readonly KernOrder[];
  app: AppOrder;
}

export interface KernOrder {
  slug: string;
  name: string;
  /** `channel`: the name as Teams takes it (channelName of kernen). */
  villageGroups: readonly { name: string; channel: string }[];
  officers: readonly { email: string; name: string }[];
}

export interface AppOrder {
  /** The id in the manifest. */
  externalId: string;
  /** The resource-specific permissions of the manifest: consent is given to these and to no others. */
  permissions: readonly string[];
  tabs: readonly TabTemplate[];
}

/** In the address fields and the entity id, `{kern}` stands for the kern's slug. Addresses are https; Graph refuses others. */
export interface TabTemplate extends TabOrder {
  channel: "algemeen" | "voorstellen";
}

export interface TabOrder {
  name: string;
  entityId: string;
  contentUrl: string;
  websiteUrl: string;
}

/** A sentence in both languages. */
export interface Said {
  nl: string;
  en: string;
}

export type ResourceKind = "team" | "app" | "channel" | "tab" | "owner";

/** One thing that `apply` would do. `note` only writes down what is there already. */
export type Step = { kern: string; text: Said } & (
  | { do: "make-team"; name: string; marker: string; description: string; ownerId: string }
  | { do: "await-team"; teamId: string; operation: string | null }
  | { do: "install-app" }
  | { do: "make-channel"; key: string; name: string; description: string; first: boolean }
  | { do: "pin-tab"; key: string; channel: string; tab: TabOrder }
  | { do: "add-owner"; personId: string; email: string }
  | { do: "note"; resource: ResourceKind; key: string; graphId: string; marker: string; details: ResourceDetails }
);

/** Something only people can put right; what depends on it is left out of the steps. */
export interface Problem {
  /** Null: the whole municipality. */
  kern: string | null;
  code:
    | "officer-unknown"
    | "officer-is-guest"
    | "no-owner"
    | "app-not-in-catalogue"
    | "app-asks-otherwise"
    | "team-twice"
    | "group-left-out";
  text: Said;
}

export interface Plan {
  municipality: string;
  steps: Step[];
  problems: Problem[];
}

/** Told at every turn of `apply`. `done` and `total` count steps. */
export interface Progress {
  /** Slug; empty while another run is waited for. */
  kern: string;
  step: Said;
  done: number;
  total: number;
  /** What is waited for just now, if anything. */
  waitingFor: Said | null;
}

export interface Applied {
  plan: Plan;
  done: number;
  /** Kernen at which something went wrong; the rest of that kern is left for the next time. */
  failures: { kern: string; step: Said; reason: string }[];
}

/** What is kept of a resource besides its id. */
export interface ResourceDetails {
  /** Name at the time of making. */
  name?: string;
  url?: string;
  mainChannelId?: string | null;
  operation?: string | null;
  /** When the last call to make it was sent, ISO 8601. */
  askedAt?: string;
}

/** Facts: a team can be used from now on. */
export interface TeamReady {
  fact: "team-ready";
  kern: string;
  teamId: string;
  url: string;
}

export type ProvisioningFact = TeamReady;

/** A kern's team as other parts of Kernplein need it. */
export interface KernTeam {
  teamId: string;
  url: string;
  /** `key`: "algemeen", "voorstellen", or "groep-" and the group's name in small letters and dashes. */
  channels: { key: string; id: string; name: string }[];
}
