/** The addresses of /v1 behind the administrators' page. */
import type { AcceptanceView, Part, RunView, TeamsView } from "../../provisioning/contract.ts";
import { call } from "../call.ts";

const part = encodeURIComponent;

export interface ApplyForm {
  look: string;
  /** Left out: all of them. */
  kernen?: string[];
  part?: Part;
  takeAway: boolean;
}

export const teamsApi = {
  teams: () => call<TeamsView>("GET", "uitrollen"),
  run: (run: string) => call<RunView>("GET", `uitrollen/${part(run)}`),
  look: () => call<RunView>("POST", "teamcontroles", { body: {} }),
  apply: (form: ApplyForm) => call<RunView>("POST", "uitrollen", { body: form }),
  accept: (kern: string, what: string) => call<AcceptanceView>("POST", `kernen/${part(kern)}/aanvaardingen`, { body: { what } }),
  withdraw: (kern: string, what: string) =>
    call<AcceptanceView>("POST", `kernen/${part(kern)}/heroverwegingen`, { body: { what } }),
};

export const teamsKeys = {
  view: ["teams", "view"] as const,
  run: (run: string) => ["teams", "run", run] as const,
};
