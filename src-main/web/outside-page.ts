import { outsideWords } from './outside-page.words.ts'

/**
 * What a browser sees that has not been let in: where the way in is, and nothing of the shop, not even its language. The
 * link is for a session that a click from another site did not carry (SameSite=Strict); a click here carries it.
 */
export const outsidePage = (why: 'unknown' | 'used'): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Lumbung</title></head><body><h1>Lumbung</h1>${said('id', why)}<div lang="en">${said('en', why)}</div></body></html>`

function said(language: 'id' | 'en', why: 'unknown' | 'used'): string {
  const { how, again, ...say } = outsideWords[language]
  return `<p>${say[why]}</p><p>${how}</p><p><a href="/">${again}</a></p>`
}
