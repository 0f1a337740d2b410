/** Front door of the officer's desk. */
export { deskItems, viewDesk } from "./view-desk.ts";
