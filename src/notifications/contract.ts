/** What of notifications crosses the wire: the poster for the notice board, whom messages reached, and which mails are wanted. */
export * from "./mail-setting-contract.ts";
export * from "./poster-contract.ts";
export * from "./reach-contract.ts";
