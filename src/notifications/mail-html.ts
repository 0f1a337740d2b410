/**
 * Lays a letter out as HTML mail: one column of 560 px in the kern's colour, one button. Tables and inline styles because Outlook
 * knows little else; the style block only adds what newer programs understand (dark, narrow).
 */
import { accentOf } from "../kernen/index.ts";
import { type Frame, frameWords, type Letter } from "./letter.ts";

const font = "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif";

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function paragraph(text: string, style = "margin:0 0 16px"): string {
  return `<p style="${style}">${escapeHtml(text).replaceAll("\n", "<br>")}</p>`;
}

export function mailHtml(letter: Letter, frame: Frame): string {
  const { light, onLight, dark, onDark } = accentOf(frame.accent);
  const words = frameWords[frame.language];
  const url = escapeHtml(letter.button.url);
  const phone = escapeHtml(frame.contact.phone);
  const quote =
    letter.quote === undefined
      ? ""
      : `<div class="quote" style="margin:0 0 20px;padding:12px 16px;border-left:4px solid ${light};background:#f5f5f5;overflow-wrap:anywhere">${paragraph(letter.quote, "margin:0")}</div>`;
  const link = letter.link
    ? `<p style="margin:0 0 16px">${escapeHtml(letter.link.before)} <a class="accent" href="${escapeHtml(letter.link.url)}" style="color:${light}">${escapeHtml(letter.link.label)}</a></p>`
    : "";
  // Beside words that say the same: who is shown no pictures misses nothing.
  const face = frame.contact.photo
    ? `<img src="${escapeHtml(frame.contact.photo)}" alt="" width="48" height="48" style="vertical-align:middle;margin-right:12px;border-radius:24px">`
    : "";
  const stop = letter.stop
    ? ` <a class="accent" href="${escapeHtml(letter.stop.url)}" style="color:${light}">${escapeHtml(letter.stop.label)}</a>`
    : "";
  return `<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>
@media (max-width: 600px) { .inside { padding: 20px !important } .band { padding: 16px 20px !important } .button a { display: block !important; text-align: center } }
@media (prefers-color-scheme: dark) {
  .page { background: #1f1f1f !important } .card { background: #292929 !important; color: #ffffff !important }
  .band { background: ${dark} !important; color: ${onDark} !important } .button { background: ${dark} !important }
  .button a { color: ${onDark} !important } .accent { color: ${dark} !important } .small { color: #d6d6d6 !important }
  .quote { background: #333333 !important; border-color: ${dark} !important } .line { border-color: #525252 !important }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f5f5f5">
<div role="main">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(letter.paragraphs[1] ?? letter.heading)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f5f5"><tr><td align="center" style="padding:16px 8px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;color:#242424;border-radius:8px;font:16px/1.5 ${font}">
<tr><td class="band" style="background:${light};color:${onLight};border-radius:8px 8px 0 0;padding:16px 28px">
<div style="font-size:20px;font-weight:600">${escapeHtml(frame.place)}</div>
<div style="font-size:14px">${escapeHtml(words.tagline(frame.municipalityName))}</div>
</td></tr>
<tr><td class="inside" style="padding:28px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600">${escapeHtml(letter.heading)}</h1>
${letter.paragraphs.map((text) => paragraph(text)).join("\n")}
${quote}<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr><td class="button" style="background:${light};border-radius:6px"><a href="${url}" style="display:inline-block;padding:12px 24px;color:${onLight};font-weight:600;text-decoration:none">${escapeHtml(letter.button.label)}</a></td></tr></table>
${(letter.after ?? []).map((text) => paragraph(text)).join("\n")}
${link}<p style="margin:0 0 16px">${face}${escapeHtml(words.call(frame.contact.name))} <a class="accent" href="tel:${phone.replace(/[^+\d]/g, "")}" style="color:${light};white-space:nowrap">${phone}</a></p>
<div class="small line" style="border-top:1px solid #d1d1d1;padding-top:16px;font-size:14px;color:#424242">
<p style="margin:0 0 8px">${escapeHtml(words.buttonFails)}<br><a class="accent" href="${url}" style="color:${light};word-break:break-all">${url}</a></p>
<p style="margin:0">${escapeHtml(letter.why)}${stop}</p>
</div>
</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`;
}
