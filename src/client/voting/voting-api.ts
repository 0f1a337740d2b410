/** The addresses of /v1 for voting itself and for checking it. */
import type { BallotReceipt, Choice, PassView, PollLogView, PublicPollView } from "../../voting/contract.ts";
import { call } from "../call.ts";
import type { HelpedVoter } from "./deliver.ts";
import type { Slip } from "./slip.ts";

const part = encodeURIComponent;

/** "I am old enough for this poll", where it asks. */
interface Declared {
  oldEnough?: true;
}

export const votingApi = {
  castBallot: (id: string, slip: Slip, declared: Declared) =>
    call<BallotReceipt>("POST", `stemmingen/${part(id)}/stembiljetten`, { body: { ...slip, ...declared }, timeout: 10_000 }),
  getPass: (id: string, blinded: string, declared: Declared) =>
    call<PassView>("POST", `stemmingen/${part(id)}/stempassen`, { body: { blinded, ...declared }, timeout: 10_000 }),
  passByLetter: (municipality: string, id: string, code: string, blinded: string, declared: Declared) =>
    call<PassView>("POST", `gemeenten/${part(municipality)}/stemmingen/${part(id)}/briefstempassen`, {
      body: { code, blinded, ...declared },
      timeout: 10_000,
      anonymous: true,
    }),
  castByLetter: (municipality: string, id: string, code: string, slip: Slip, declared: Declared) =>
    call<BallotReceipt>("POST", `gemeenten/${part(municipality)}/stemmingen/${part(id)}/briefstembiljetten`, {
      body: { code, ...slip, ...declared },
      timeout: 10_000,
      anonymous: true,
    }),
  passWithHelp: (id: string, voter: HelpedVoter, blinded: string, declared: Declared) =>
    call<PassView>("POST", `stemmingen/${part(id)}/hulpstempassen`, {
      body: { ...voter, blinded, ...declared },
      timeout: 10_000,
    }),
  castWithHelp: (id: string, voter: HelpedVoter, slip: Slip, declared: Declared) =>
    call<BallotReceipt>("POST", `stemmingen/${part(id)}/hulpstembiljetten`, {
      body: { ...voter, ...slip, ...declared },
      timeout: 10_000,
    }),
  castWithPass: (municipality: string, id: string, slip: Slip, pass: string) =>
    call<BallotReceipt>("POST", `gemeenten/${part(municipality)}/stembussen/${part(id)}/stembiljetten`, {
      body: { ...slip, pass },
      timeout: 10_000,
      anonymous: true,
    }),
  chooseOpenly: (id: string, choice: Choice, declared: Declared) =>
    call<{ replaced: boolean }>("PUT", `stemmingen/${part(id)}/keuzes/ik`, { body: { choice, ...declared }, timeout: 10_000 }),
  publicPoll: (municipality: string, id: string) =>
    call<PublicPollView>("GET", `gemeenten/${part(municipality)}/stemmingen/${part(id)}`, { anonymous: true }),
  pollLog: (municipality: string, id: string) =>
    call<PollLogView>("GET", `gemeenten/${part(municipality)}/stemmingen/${part(id)}/logregels`, { anonymous: true }),
  /** What of the export concerns one's own vote: docs/ballot-format.md, 8. */
  pollExport: (municipality: string, id: string) =>
    call<{ slips: unknown[] | null }>("GET", `gemeenten/${part(municipality)}/stemmingen/${part(id)}/export`, {
      anonymous: true,
      timeout: 120_000,
    }),
};
