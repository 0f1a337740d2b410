/** Front door of the mail adapter. */
export { makePostOffice, type SmtpPostOffice, type SmtpSettings } from "./post-office.ts";
