/** The page on which a guest accepts her invitation: what Microsoft shows once before the first sign-in. */
import { randomBytes } from "node:crypto";
import type { Answer } from "./call.ts";
import type { GraphUser } from "./state.ts";

const styles = `
:root { color-scheme: light dark; --ink: #242424; --paper: #f5f5f5; --card: #fff; --line: #616161; --accent: #0f548c; }
@media (prefers-color-scheme: dark) { :root { --ink: #fff; --paper: #141414; --card: #292929; --line: #adadad; --accent: #479ef5; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 440px; margin: 0 auto; padding: 48px 16px; }
section { background: var(--card); border: 1px solid var(--line); padding: 24px; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 16px; }
[lang=en] { display: block; font-size: 14px; opacity: .85; }
h1 [lang=en] { font-weight: 400; }
button { min-height: 44px; padding: 8px 20px; font: inherit; font-weight: 600; cursor: pointer; color: var(--card); background: var(--accent); border: 1px solid var(--accent); }
button.quiet { color: var(--ink); background: transparent; border-color: var(--line); }
form { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 24px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

const safe: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const text = (raw: string) => raw.replace(/[&<>"']/g, (sign) => safe[sign] ?? sign);

function page(status: number, title: string, content: string): Answer {
  const nonce = randomBytes(16).toString("base64");
  const body = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style nonce="${nonce}">${styles}</style><main><section>${content}</section>
<p>Oefenpagina, alleen op deze computer: in het echt is dit een pagina van Microsoft.
<span lang="en">Practice page, on this machine only: in earnest this is a page of Microsoft.</span></p></main></html>`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`;
  return { status, headers: { "Content-Security-Policy": policy, "Referrer-Policy": "no-referrer" }, body };
}

/** Asks whether the invitation is accepted. `secret`: proves that the answer comes from this page. */
export function invitationPage(guest: GraphUser, secret: string): Answer {
  const to = new URL(guest.inviteRedirectUrl ?? "https://kernplein.example").host;
  return page(
    200,
    "Uitnodiging aannemen",
    `<h1>Uitnodiging aannemen <span lang="en">Accept the invitation</span></h1>
    <p>U bent uitgenodigd als gast met het adres <b>${text(guest.mail)}</b>. Daarna gaat u verder naar ${text(to)}.
      <span lang="en">You are invited as a guest with this address. You then go on to ${text(to)}.</span></p>
    <p>De organisatie ziet uw naam en e-mailadres. U kunt later altijd weggaan.
      <span lang="en">The organisation sees your name and address. You can leave at any time.</span></p>
    <form method="post"><input type="hidden" name="secret" value="${text(secret)}">
      <button name="answer" value="accept">Aannemen</button><button class="quiet" name="answer" value="later">Niet nu</button></form>`,
  );
}

export function laterPage(): Answer {
  return page(
    200,
    "Niet aangenomen",
    `<h1>U hebt de uitnodiging nog niet aangenomen <span lang="en">You have not accepted the invitation yet</span></h1>
    <p>Open de link in uw mail opnieuw als u alsnog wilt meedoen.
      <span lang="en">Open the link in your mail again to take part after all.</span></p>`,
  );
}

export function unknownInvitationPage(): Answer {
  return page(
    404,
    "Uitnodiging onbekend",
    `<h1>Deze uitnodiging bestaat niet (meer) <span lang="en">This invitation does not exist (any more)</span></h1>
    <p>Vraag uw kerncontactfunctionaris om een nieuwe.
      <span lang="en">Ask your liaison officer for a new one.</span></p>`,
  );
}
