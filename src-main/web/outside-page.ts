import { NONCE_PLACE } from '../hosting/renderer-files.ts'
import { outsideWords } from './outside-page.words.ts'

/** Without it a browser asks for /favicon.ico and writes the 404 into its console. */
export const NO_ICON = '<link rel="icon" href="data:,">'

/** Paper and ink as in the app, whose own styles this page cannot have. */
const STYLE = `
  :root { color-scheme: light dark; --paper: #F7F3EB; --ink: #20222E; --quiet: #5C5A55 }
  @media (prefers-color-scheme: dark) { :root { --paper: #16171D; --ink: #ECE8DF; --quiet: #A8A49B } }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
    font: 16px/1.6 system-ui, sans-serif }
  main { max-width: 36rem; padding: 2rem }
  h1 { font: 600 2rem/1.2 Georgia, serif; margin: 0 0 1rem }
  p { margin: 0 0 .75rem } a { color: inherit }
  [lang=en] { color: var(--quiet); font-size: .875rem; margin-top: 2rem }
`

/**
 * What a browser sees that has not been let in: where the way in is, and nothing of the shop, not even its language. The
 * link is for a session that a click from another site did not carry (SameSite=Strict); a click here carries it.
 */
export const outsidePage = (why: 'unknown' | 'used'): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Lumbung</title>${NO_ICON}<style nonce="${NONCE_PLACE}">${STYLE}</style></head>` +
  `<body><main><h1>Lumbung</h1>${said('id', why)}<div lang="en">${said('en', why)}</div></main></body></html>`

function said(language: 'id' | 'en', why: 'unknown' | 'used'): string {
  const { how, again, ...say } = outsideWords[language]
  return `<p>${say[why]}</p><p>${how}</p><p><a href="/">${again}</a></p>`
}
