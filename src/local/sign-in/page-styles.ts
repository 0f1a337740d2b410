/** Looks of the practice sign-in: the village notice board, legible at arm's length. */
export const styles = `
:root { --paper: #faf8f4; --board: #fff; --ink: #242424; --soft: #5c5a55; --line: #d9d4c8; --accent: #0b5a43; --on: #fff; --warm: #8a3b00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1f1e1b; --board: #292824; --ink: #f3f1ec; --soft: #bdb8ad; --line: #4a4740; --accent: #7ed0b3; --on: #10231c; --warm: #ffb27a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 16px; margin: 32px 0 8px; }
span[lang] { color: var(--soft); font-weight: 400; }
h1 span[lang] { display: block; font-size: 16px; }
.note { max-width: 68ch; margin: 0; }
.note span[lang] { display: block; font-size: 14px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); gap: 8px; }
button { font: inherit; cursor: pointer; }
li button { width: 100%; height: 100%; min-height: 64px; text-align: left; padding: 12px 16px; color: inherit; background: var(--board); border: 1px solid var(--line); border-left: 6px solid var(--accent); border-radius: 8px; }
li button:hover { border-color: var(--accent); }
li b { display: block; }
li small { display: block; color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
label { display: block; margin: 12px 0 4px; }
.line { display: flex; flex-wrap: wrap; gap: 8px; }
input:not([type="hidden"]) { flex: 1 1 220px; min-width: 0; min-height: 44px; font: inherit; padding: 8px 12px; color: inherit; background: var(--board); border: 1px solid var(--soft); border-radius: 4px; }
.go { min-height: 44px; padding: 8px 20px; font-weight: 600; color: var(--on); background: var(--accent); border: 1px solid var(--accent); border-radius: 4px; }
.quiet { color: var(--accent); background: transparent; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.fault { padding: 12px 16px; border: 1px solid var(--warm); border-left-width: 6px; border-radius: 8px; background: var(--board); overflow-wrap: anywhere; }
@media (forced-colors: active) { li button, .fault { border-left-width: 6px; } }
`;
