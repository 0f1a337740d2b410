/** The mailbox's own stylesheet: the colours of the Teams themes, light and dark by the reader's preference. */
export const stylesheet = `
:root { color-scheme: light dark; --page: #f5f5f5; --card: #ffffff; --ink: #242424; --soft: #525252; --line: #d1d1d1; --accent: #4f52b2; --here: #ebebf8;
  font: 16px/1.5 "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif }
@media (prefers-color-scheme: dark) { :root { --page: #1f1f1f; --card: #292929; --ink: #ffffff; --soft: #d6d6d6; --line: #525252; --accent: #a3a7f0; --here: #383966 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink) }
a { color: var(--accent) }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible, iframe:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: space-between; align-items: end; max-width: 1280px; margin: 0 auto; padding: 16px }
h1 { margin: 0; font-size: 28px; line-height: 1.2 } h1 a { color: inherit; text-decoration: none }
header p { margin: 4px 0 0; color: var(--soft) }
header nav { display: flex; gap: 16px } header nav a { padding: 8px 0 }
main { display: grid; gap: 16px; max-width: 1280px; margin: 0 auto; padding: 0 16px 32px }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; min-width: 0 }
label { display: block; font-weight: 600; margin-bottom: 4px }
.row { display: flex; gap: 8px }
input { flex: 1; min-width: 0; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: 4px }
input::placeholder { color: var(--soft); opacity: 1 }
button { min-height: 44px; padding: 8px 16px; font: inherit; font-weight: 600; color: var(--card); background: var(--accent); border: 0; border-radius: 4px; cursor: pointer }
form > a { display: inline-block; padding: 8px 0 }
details { margin-top: 12px } summary { padding: 8px 0; cursor: pointer; font-weight: 600 }
details ul { margin: 0; padding-left: 20px; overflow-wrap: anywhere }
.recipients { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 8px }
.recipients a { display: inline-block; padding: 6px 12px; border: 1px solid var(--line); border-radius: 16px; text-decoration: none; overflow-wrap: anywhere }
.count { margin: 12px 0 4px; color: var(--soft); font-variant-numeric: tabular-nums }
.mails { list-style: none; margin: 0; padding: 0 }
.mails li { border-top: 1px solid var(--line) }
.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 10px 8px; color: inherit; text-decoration: none }
.mails a:hover { background: var(--page) }
.mails a[aria-current] { background: var(--here); box-shadow: inset 3px 0 var(--accent) }
.mails .subject { font-weight: 600; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.mails time { color: var(--soft); font-size: 14px; line-height: 24px; font-variant-numeric: tabular-nums; white-space: nowrap }
.mails .to { grid-column: 1 / -1; color: var(--soft); font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.empty { margin: 16px 0; color: var(--soft) }
h2 { margin: 8px 0 12px; font-size: 20px; line-height: 1.3; overflow-wrap: anywhere }
.back { display: inline-block; padding: 8px 0 }
dl { margin: 0 0 16px } dl div { display: flex; gap: 12px } dt { flex: 0 0 120px; color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere; min-width: 0 }
iframe { display: block; width: 100%; height: 75vh; min-height: 480px; border: 1px solid var(--line); border-radius: 4px; background: #f5f5f5 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 Consolas, Menlo, monospace; margin: 8px 0 }
@media (max-width: 599px) { dl div { display: block; margin-bottom: 4px } dt { font-size: 14px } }
@media (max-width: 899px) { .reading .list, .browsing .mail { display: none } }
@media (min-width: 900px) { main { grid-template-columns: minmax(320px, 400px) 1fr; align-items: start } .list { max-height: calc(100vh - 120px); overflow: auto; position: sticky; top: 16px } .back { display: none } }
`;
