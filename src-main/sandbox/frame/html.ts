/** Text inside a page, whatever a client sent as it. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Paper and ink of the app; a sandbox is seen to be one by its band. */
const STYLE = `
  :root { color-scheme: light dark; --paper: #F7F3EB; --card: #FFFDF8; --ink: #20222E; --quiet: #5C5A55; --line: #DCD5C6; --band: #B4552D; --go: #28418F }
  @media (prefers-color-scheme: dark) { :root { --paper: #16171D; --card: #1E2027; --ink: #ECE8DF; --quiet: #A8A49B; --line: #363944; --band: #D9773F; --go: #8FA6F0 } }
  * { box-sizing: border-box }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; border-top: 6px solid var(--band) }
  main { max-width: 68rem; margin: 0 auto; padding: 1.5rem }
  main.narrow { max-width: 30rem; padding-top: 12vh }
  h1 { font: 600 1.6rem/1.2 Georgia, serif; margin: 0 0 .25rem } h2 { font-size: 1rem; margin: 0 0 .5rem }
  p { margin: 0 0 .75rem } .quiet { color: var(--quiet) } a { color: inherit }
  section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 1rem 0 }
  .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .25rem 0 }
  button, input, select { font: inherit; color: inherit; padding: .4rem .75rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper) }
  button { cursor: pointer } button.main { background: var(--go); color: var(--paper); border-color: var(--go) }
  :focus-visible { outline: 3px solid var(--band); outline-offset: 1px }
  table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
  code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere } .wide { overflow-x: auto }
  [role=status] { min-height: 1.5rem; color: var(--quiet) }
`

export const htmlPage = (title: string, body: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escaped(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}</body></html>`
