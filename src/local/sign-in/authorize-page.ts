/** The page on which one picks who to be. Without script: large buttons by role, and a field for anybody else. */
import { randomBytes } from "node:crypto";
import type { LocalPerson } from "./directory.ts";
import { styles } from "./page-styles.ts";

export interface PageToSend {
  html: string;
  policy: string;
}

interface Shown {
  /** Of this tenant. */
  people: readonly LocalPerson[];
  /** What the app asked; carried along when searching. */
  query: URLSearchParams;
  search: string;
  /** What was typed and found nobody. */
  missed: string | undefined;
}

const roles: readonly { role: string; nl: string; en: string }[] = [
  { role: "inwoner", nl: "Inwoners", en: "Residents" },
  { role: "kerncontactfunctionaris", nl: "Kerncontactfunctionarissen", en: "Liaison officers" },
  { role: "raadslid", nl: "Raadsleden", en: "Council members" },
  { role: "beheerder", nl: "Beheer", en: "Administration" },
];

/** Buttons per role before one has to search: a page to choose from, not a telephone book. */
const perRole = 4;
const mostFound = 12;

export function authorizePage({ people, query, search, missed }: Shown): PageToSend {
  const found = search === "" ? [] : people.filter((person) => fits(person, search)).slice(0, mostFound);
  const groups = roles.map(({ role, nl, en }) => ({
    nl,
    en,
    people: people.filter((one) => one.role === role).slice(0, perRole),
  }));
  return page(`
    <h1>Wie bent u vandaag? <span lang="en">Who are you today?</span></h1>
    <p class="note">Oefenaanmelding: alleen op deze computer. Kies een van deze mensen; ze zijn verzonnen.
      <span lang="en">Practice sign-in, on this machine only. Pick one of these people; they are made up.</span></p>
    ${missed === undefined || found.length > 0 ? "" : `<p class="fault" role="alert">Niemand van deze gemeente heeft het adres <b>${text(missed)}</b>. <span lang="en">Nobody of this municipality has this address.</span></p>`}
    ${found.length > 0 ? group("Gevonden", "Found", found) : ""}
    ${search !== "" && found.length === 0 && missed === undefined ? `<p class="fault" role="status">Niemand gevonden voor <b>${text(search)}</b>. <span lang="en">Nobody found.</span></p>` : ""}
    ${groups.map(({ nl, en, people: ready }) => (ready.length > 0 ? group(nl, en, ready) : "")).join("")}
    <section>
      <h2>Iemand anders <span lang="en">Somebody else</span></h2>
      <form method="post">
        <label for="email">E-mailadres <span lang="en">E-mail address</span></label>
        <div class="line"><input id="email" name="email" type="email" autocomplete="off" spellcheck="false" required /><button class="go">Aanmelden</button></div>
      </form>
      <form method="get">
        ${[...query]
          .filter(([name]) => name !== "zoek")
          .map(([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value)}" />`)
          .join("")}
        <label for="zoek">Of zoek op naam of kern <span lang="en">Or search by name or village</span></label>
        <div class="line"><input id="zoek" name="zoek" value="${text(search)}" autocomplete="off" /><button class="go quiet">Zoeken</button></div>
      </form>
    </section>`);
}

/** Says what is wrong with the app's question; nobody is sent on. */
export function faultPage(fault: string): PageToSend {
  return page(`
    <h1>Deze aanmelding klopt niet <span lang="en">This sign-in is not right</span></h1>
    <p>Ga terug naar Kernplein en begin opnieuw. <span lang="en">Go back to Kernplein and start again.</span></p>
    <p class="fault"><code>${text(fault)}</code></p>`);
}

function group(nl: string, en: string, people: readonly LocalPerson[]): string {
  const buttons = people.map(
    ({ oid, name, kern, email, userType }) =>
      `<li><button name="person" value="${text(oid)}"><b>${text(name)}</b><small>${text(kern ?? (userType === "Guest" ? "gast" : "gemeente"))}</small><small>${text(email)}</small></button></li>`,
  );
  return `<section><h2>${nl} <span lang="en">${en}</span></h2><form method="post"><ul>${buttons.join("")}</ul></form></section>`;
}

function fits({ name, email, kern = "" }: LocalPerson, search: string): boolean {
  const wanted = search.toLowerCase();
  return [name, email, kern].some((part) => part.toLowerCase().includes(wanted));
}

function page(content: string): PageToSend {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'self' http://localhost:* http://127.0.0.1:*",
    "frame-ancestors 'none'",
  ].join("; ");
  const html = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Aanmelden op deze computer · Kernplein</title>
    <style nonce="${nonce}">${styles}</style>
  </head>
  <body><main>${content}</main></body>
</html>
`;
  return { html, policy };
}

function text(given: string): string {
  return given.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
