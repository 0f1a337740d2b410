/** What of notifications crosses the wire: the poster for the notice board, and whom messages reached. */
export * from "./poster-contract.ts";
export * from "./reach-contract.ts";
