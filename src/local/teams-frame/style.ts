/** The window's own stylesheet: a calm sketch of Teams in its three themes; one column and a bar at the foot on a phone. */
export const stylesheet = `
:root { color-scheme: light; --bar: #ebebeb; --pane: #f5f5f5; --page: #fff; --ink: #242424; --soft: #565656; --line: #d6d6d6; --accent: #5b5fc7; --on: #fff; --hover: #e3e3e3; --here: #fff; --here-ink: #242424;
  font: 14px/1.4 "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif }
[data-theme="dark"] { color-scheme: dark; --bar: #141414; --pane: #1f1f1f; --page: #292929; --ink: #fff; --soft: #c7c7c7; --line: #4a4a4a; --accent: #9ea2ff; --on: #17172e; --hover: #333; --here: #383838; --here-ink: #fff }
[data-theme="contrast"] { color-scheme: dark; --bar: #000; --pane: #000; --page: #000; --ink: #fff; --soft: #fff; --line: #fff; --accent: #ffff01; --on: #000; --hover: #1a1a1a; --here: #1aebff; --here-ink: #000 }
* { box-sizing: border-box }
html, body { height: 100%; margin: 0 }
body { display: grid; grid: "top top top" auto "rail teams place" minmax(0, 1fr) / 68px 264px minmax(0, 1fr); background: var(--bar); color: var(--ink) }
body:has(> #teams[hidden]) { grid-template-columns: 68px 0 minmax(0, 1fr) }
h1, h2, p, ul, ol { margin: 0; padding: 0 } ul, ol { list-style: none }
button, select { font: inherit; color: inherit }
button { cursor: pointer; background: none; border: 0; border-radius: 4px }
button:hover { background: var(--hover) }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
.plain { display: inline-flex; align-items: center; gap: 6px; min-height: 32px; padding: 4px 8px }
small { display: block; font-size: 12px; font-weight: 400; color: var(--soft) }

#top { grid-area: top; display: flex; align-items: center; justify-content: space-between; gap: 8px 24px; padding: 6px 16px; border-bottom: 1px solid var(--line); position: relative; z-index: 2 }
#top h1 { font-size: 15px; line-height: 1.3; white-space: nowrap }
.set { display: flex; align-items: end; gap: 12px; min-width: 0 }
.set label { display: grid; font-size: 12px; color: var(--soft); min-width: 0 }
.set select { font-size: 14px; color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: 4px; min-height: 32px; padding: 2px 6px; max-width: 220px; width: 100% }
.toggle { display: none }
.said { position: relative } .said summary { cursor: pointer; min-height: 32px; padding: 6px 8px; border-radius: 4px }
.said ol { position: absolute; right: 0; top: 100%; width: min(560px, 90vw); max-height: 50vh; overflow: auto; background: var(--page); border: 1px solid var(--line); border-radius: 4px; padding: 8px 12px; font-size: 12px }
.said li { padding: 3px 0; overflow-wrap: anywhere } .said li span { color: var(--soft) }

#rail { grid-area: rail; display: flex; flex-direction: column; gap: 4px; padding: 8px 4px }
#rail button { display: grid; justify-items: center; gap: 2px; padding: 8px 2px; font-size: 11px; color: var(--soft) }
#rail [aria-current] { color: var(--accent); font-weight: 600; box-shadow: inset 3px 0 var(--accent) }

#teams { grid-area: teams; background: var(--pane); border-right: 1px solid var(--line); overflow: auto; padding: 12px 8px }
#teams[hidden] { display: none }
#teams h2 { font-size: 12px; font-weight: 600; color: var(--soft); padding: 8px }
#teams p { padding: 8px; color: var(--soft) }
#teams button { display: flex; align-items: center; gap: 10px; width: 100%; min-height: 36px; padding: 4px 8px; text-align: left; overflow-wrap: anywhere }
#teams ul ul button { padding-left: 46px; min-height: 32px }
#teams [aria-current] { color: var(--here-ink); background: var(--here); font-weight: 600; box-shadow: inset 3px 0 var(--accent) }
#teams .team[aria-expanded="true"] { font-weight: 600 }
.square { flex: none; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 4px; background: var(--accent); color: var(--on); font-weight: 600 }

#place { grid-area: place; display: flex; flex-direction: column; min-width: 0; background: var(--page) }
.head header { display: flex; align-items: center; flex-wrap: wrap; gap: 0 20px; padding: 6px 16px 0; border-bottom: 1px solid var(--line) }
.head h2 { font-size: 16px; line-height: 1.2; padding-bottom: 6px }
.head nav { display: flex; min-width: 0; overflow-x: auto; align-self: end }
.head nav button { flex: none; min-height: 36px; padding: 4px 10px; border-radius: 4px 4px 0 0; outline-offset: -2px }
.head nav [aria-current] { font-weight: 600; box-shadow: inset 0 -3px var(--accent) }
.back { display: none }
.body { flex: 1; min-height: 0; display: flex }
iframe { flex: 1; width: 100%; min-width: 0; border: 0; background: var(--page) }
.empty { margin: 48px auto; padding: 0 24px; max-width: 44ch; color: var(--soft); text-align: center; font-size: 16px }

dialog { width: min(800px, 94vw); height: min(560px, 90vh); padding: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--page); color: var(--ink); overflow: hidden }
dialog[open] { display: flex; flex-direction: column }
dialog[data-width="small"] { width: min(400px, 94vw) } dialog[data-width="large"] { width: min(1120px, 94vw) }
dialog[data-height="large"] { height: min(880px, 92vh) } dialog[data-height="small"] { height: min(320px, 90vh) }
dialog::backdrop { background: rgb(0 0 0 / .45) }
dialog .bar { display: flex; align-items: center; gap: 10px; padding: 10px 12px 10px 16px; border-bottom: 1px solid var(--line) }
dialog h2 { flex: 1; font-size: 16px; line-height: 1.3; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
dialog .foot { display: flex; justify-content: end; padding: 12px 16px; border-top: 1px solid var(--line) }
.primary { min-height: 36px; padding: 4px 20px; font-weight: 600; color: var(--on); background: var(--accent) }
.primary:hover { background: var(--accent); text-decoration: underline }
.primary:disabled { color: var(--soft); background: var(--hover); cursor: default; text-decoration: none }

@media (max-width: 1080px) { .set select { max-width: 150px } }
@media (max-width: 860px) {
  .toggle { display: inline-flex }
  .set { display: none; position: absolute; left: 0; right: 0; top: 100%; flex-direction: column; align-items: stretch; padding: 12px 16px 16px; background: var(--bar); border-bottom: 1px solid var(--line) }
  [data-set="open"] .set { display: flex }
  .set select { max-width: none; min-height: 44px }
  .said ol { position: static; width: auto; max-height: 30vh }
}
@media (max-width: 640px) {
  body, body:has(> #teams[hidden]) { grid: "top" auto "place" minmax(0, 1fr) "rail" auto / minmax(0, 1fr) }
  #teams { grid-area: place; border: 0; z-index: 1 }
  [data-view="place"] #teams { display: none }
  #rail { flex-direction: row; justify-content: space-around; padding: 2px 8px; border-top: 1px solid var(--line) }
  #rail button { flex: 1; min-height: 48px; padding: 4px } #rail [aria-current] { box-shadow: none }
  #teams button, #teams ul ul button { min-height: 44px }
  .back { display: inline-flex; min-height: 44px; margin-left: -8px }
  .head header { padding: 0 8px } .head nav { flex: 1 1 100% } .head nav button { min-height: 44px }
  .head h2 { padding-bottom: 0 } .head h2 small { display: inline; padding-left: 8px }
  dialog, dialog[data-width], dialog[data-height] { width: 100vw; height: 100dvh; max-width: none; max-height: none; border: 0; border-radius: 0 }
}
@media (prefers-reduced-motion: no-preference) { dialog[open] { animation: come 150ms ease-out } @keyframes come { from { transform: translateY(8px); opacity: 0 } } }
`;
