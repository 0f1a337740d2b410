/** Front door of the officer's desk. */
export { reportMessage } from "./report-message.ts";
export { deskItems, viewDesk } from "./view-desk.ts";
