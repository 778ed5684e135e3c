/* Descriptions are HTML at this channel (Partner Center, "Create product", 2026-11); Lumbung writes plain text with line breaks. */

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One paragraph for every line. */
export const htmlOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' }

/** What HTML says, without its looks: a block is a line. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<\/(p|div|li|h\d)>\s*|<br\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => NAMED[name]!)
    .replace(/\n+$/, '')
