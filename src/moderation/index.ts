/** Front door of the officer's desk. */
export { viewDesk } from "./view-desk.ts";
