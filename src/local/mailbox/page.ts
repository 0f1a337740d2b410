/** The mailbox as a page without any script: a list on the left, the mail on the right; on a phone one of the two. */
import { dateTimeInWords } from "../../shared/time.ts";
import type { Language } from "../../shared/work.ts";
import type { LocalMail } from "./kept-mails.ts";
import { type MailboxTexts, texts } from "./texts.ts";

export const mailboxPath = "/local/postvak";
const mostShown = 200;
const mostRecipients = 12;

export interface MailboxQuestion {
  search: string;
  language: Language;
  /** Id of the mail to open, when one is asked for. */
  open?: string;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Mails that hold every word of the search in address, name, subject or text. */
function searchMails(mails: readonly LocalMail[], search: string): LocalMail[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return mails.filter((mail) => {
    const content = `${mail.to} ${mail.from} ${mail.subject} ${mail.text}`.toLowerCase();
    return words.every((word) => content.includes(word));
  });
}

export function mailboxPage(mails: readonly LocalMail[], question: MailboxQuestion): string {
  const { language, search, open } = question;
  const say = texts[language];
  const found = searchMails(mails, search);
  const opened = open === undefined ? undefined : mails.find((mail) => mail.id === open);
  const other = language === "nl" ? "en" : "nl";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(opened ? `${opened.subject} · ${say.title}` : say.title)}</title>
<link rel="stylesheet" href="${mailboxPath}/stijl.css">
</head>
<body class="${open === undefined ? "browsing" : "reading"}">
<header>
<div><h1><a href="${address("", { language })}">${say.title}</a></h1><p>${say.explanation}</p></div>
<nav><a href="${address("", question)}">${say.refresh}</a> <a lang="${other}" href="${address(open === undefined ? "" : `/${open}`, { ...question, language: other })}">${say.otherLanguage}</a></nav>
</header>
<main>
<section class="list" aria-label="${say.title}">
${searchForm(question, say)}
${recipients(mails, question, say)}
${list(mails, found, question, say)}
</section>
<section class="mail" aria-label="${say.content}">
${open === undefined ? `<p class="empty">${say.choose}</p>` : mailView(opened, question, say)}
</section>
</main>
</body>
</html>
`;
}

/** An address within the mailbox that keeps search and language. */
function address(path: string, { search = "", language }: { search?: string; language: Language }): string {
  const query = new URLSearchParams({ ...(search ? { zoek: search } : {}), ...(language === "en" ? { taal: "en" } : {}) });
  return escapeHtml(`${mailboxPath}${path}${query.size > 0 ? `?${query}` : ""}`);
}

function searchForm({ search, language }: MailboxQuestion, say: MailboxTexts): string {
  return `<form action="${mailboxPath}" method="get" role="search">
<label for="zoek">${say.search}</label>
<div class="row"><input id="zoek" name="zoek" type="search" value="${escapeHtml(search)}" autocomplete="off"><button>${say.find}</button></div>
${language === "en" ? '<input type="hidden" name="taal" value="en">' : ""}${search ? `<a href="${address("", { language })}">${say.showAll}</a>` : ""}
</form>`;
}

function recipients(mails: readonly LocalMail[], { language }: MailboxQuestion, say: MailboxTexts): string {
  const counts = new Map<string, number>();
  for (const { to } of mails) counts.set(to, (counts.get(to) ?? 0) + 1);
  if (counts.size < 2) return "";
  const items = [...counts]
    .slice(0, mostRecipients)
    .map(([to, count]) => `<li><a href="${address("", { search: to, language })}">${escapeHtml(to)} <b>${count}</b></a></li>`);
  return `<details><summary>${say.recipients}</summary><ul class="recipients">${items.join("")}</ul></details>`;
}

function list(all: readonly LocalMail[], found: readonly LocalMail[], question: MailboxQuestion, say: MailboxTexts): string {
  if (found.length === 0) return `<p class="empty">${all.length === 0 ? say.none : say.nothingFound}</p>`;
  const rows = found.slice(0, mostShown).map((mail) => {
    const here = mail.id === question.open ? ' aria-current="page"' : "";
    return `<li><a href="${address(`/${mail.id}`, question)}"${here}><span class="subject">${escapeHtml(mail.subject)}</span><time datetime="${mail.at}">${escapeHtml(shortTime(mail.at, question.language))}</time><span class="to">${escapeHtml(mail.to)}</span></a></li>`;
  });
  const more = found.length - rows.length;
  return `<p class="count" role="status">${say.mails(found.length)}</p>
<ol class="mails">${rows.join("\n")}</ol>${more > 0 ? `<p class="count">${say.more(more)}</p>` : ""}`;
}

function shortTime(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    timeZone: "Europe/Amsterdam",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(at));
}

function mailView(mail: LocalMail | undefined, question: MailboxQuestion, say: MailboxTexts): string {
  const back = `<a class="back" href="${address("", question)}">‹ ${say.back}</a>`;
  if (!mail) return `${back}<p class="empty">${say.gone}</p>`;
  const rows = [
    [say.to, mail.to],
    [say.from, mail.from],
    ...(mail.replyTo ? [[say.answerTo, mail.replyTo]] : []),
    [say.received, dateTimeInWords(new Date(mail.at), question.language)],
  ].map(([term = "", value = ""]) => `<div><dt>${term}</dt><dd>${escapeHtml(value)}</dd></div>`);
  const links = mail.links.map(
    (link) => `<li><a href="${escapeHtml(link)}" target="_blank" rel="noreferrer">${escapeHtml(link)}</a></li>`,
  );
  const text = `<pre>${escapeHtml(mail.text)}</pre>`;
  return `${back}
<h2>${escapeHtml(mail.subject)}</h2>
<dl>${rows.join("")}</dl>
${
  mail.html
    ? `<iframe title="${say.content}" src="${mailboxPath}/${mail.id}/inhoud" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>${say.plainText}</summary>${text}</details>`
    : text
}
${links.length > 0 ? `<details><summary>${say.links}</summary><ul>${links.join("")}</ul></details>` : ""}`;
}
