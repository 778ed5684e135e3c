/** What sentences of ours count. Names of goods stand in them too, so that not every word with an s is one. */
const NOUNS = `
  accounts acts amounts answers backups barcodes books buyers characters codes columns contents copies days
  differences digits documents drawings entries errors fees files filters hours items kinds labels letters lines
  listings matches minutes months movements names notes numbers options orders pages parcels parts payments
  payouts people photos pictures pieces pixels places problems products purchases questions rates reasons records
  releases remarks requests reservations returns rows rules scans seconds settlements sheets shelves shops signs
  SKUs statements stickers times totals transactions values variations warehouses weeks withdrawals words years`
  .trim()
  .split(/\s+/)

const oneOf = (noun: string) =>
  ({ people: 'person', shelves: 'shelf', matches: 'match', entries: 'entry', copies: 'copy' })[noun] ??
  noun.replace(/s$/, '')

const DOES: Record<string, string> = {
  are: 'is',
  were: 'was',
  have: 'has',
  do: 'does',
  go: 'goes',
  ...Object.fromEntries(
    ['wait', 'need', 'leave', 'stand', 'come', 'say', 'lie', 'differ', 'hold', 'take', 'lack', 'stay', 'remain'].map(
      (verb) => [verb, `${verb}s`],
    ),
  ),
}

/** `1 orders`, `1 sealed values were`, `1 are`; no part of an amount, a date or a number. */
const ONE = new RegExp(
  `(?<![\\w.,:/–-])1 (?:((?:[a-z-]+ )?)(${NOUNS.join('|')})\\b)?(?: ?(${Object.keys(DOES).join('|')})\\b)?`,
  'g',
)

/** An English sentence that counts, of one thing: `1 orders are waiting` is `1 order is waiting`. Other counts stay as they are. */
export const oneNotMany = (sentence: string): string =>
  sentence.replace(ONE, (whole, before: string | undefined, noun: string | undefined, verb: string | undefined) => {
    if (noun === undefined && verb !== 'are' && verb !== 'were' && verb !== 'have') return whole
    return ['1 ', before ?? '', noun ? oneOf(noun) : '', noun && verb ? ' ' : '', verb ? DOES[verb] : ''].join('')
  })
