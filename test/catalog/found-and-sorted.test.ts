import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { productPage, variantIdsFound } from '../../src-main/core/catalog/catalog-search.repository.ts'
import { ftsQuery } from '../../src-main/core/orders/order-search.ts'
import { finder, folded, naturalKey, soughtWords } from '../../src-shared/kernel/folded.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { queriesOf } from '../builders/query-plans.ts'

const NAMES = ['Kain 10 warna', 'Kain 2 warna', 'Eyelet', 'Élégante Crêpe', 'Fuji', 'Koko Jum’at', 'Sarung_Goyor']

async function aShopOfNames() {
  const { client } = await aCore()
  for (const [index, name] of NAMES.entries())
    await client.catalog.products.save({
      id: newId(),
      name,
      category: '',
      description: '',
      photoId: null,
      variants: [
        {
          id: newId(),
          sku: `BRG-${index}`,
          barcode: null,
          motif: '',
          colour: '',
          size: '',
          unit: 'pcs',
          shelf: '',
          price: 0,
          weightGrams: 0,
          reorderPoint: 0,
          safetyStock: 0,
          components: [],
        },
      ],
    })
  return client
}

const SORTED = ['Élégante Crêpe', 'Eyelet', 'Fuji', 'Kain 2 warna', 'Kain 10 warna', 'Koko Jum’at', 'Sarung_Goyor']

describe('every list of goods', () => {
  test.each([
    ['crepe', 'Élégante Crêpe'],
    ['CRÊPE', 'Élégante Crêpe'],
    ['jumat', 'Koko Jum’at'],
    ["jum'at", 'Koko Jum’at'],
    ['goyor', 'Sarung_Goyor'],
    ['sarung goyor', 'Sarung_Goyor'],
    ['brg-6', 'Sarung_Goyor'],
  ])('finds by %s, as order search does', async (query, name) => {
    const client = await aShopOfNames()
    const found = {
      products: (await client.catalog.products.list({ query })).rows.map((row) => row.name),
      levels: (await client.inventory.levels({ query })).rows.map((row) => row.productName),
      opening: (await client.inventory.opening.list({ query })).rows.map(({ label }) => label),
    }
    expect(found).toEqual({ products: [name], levels: [name], opening: [name] })
  })

  test('stands in the order people expect: É with E, 2 before 10, page after page', async () => {
    const client = await aShopOfNames()
    const products: string[] = []
    const levels: string[] = []
    let cursor: string | undefined
    do {
      const page = await client.catalog.products.list({ limit: 2, ...(cursor ? { cursor } : {}) })
      products.push(...page.rows.map(({ name }) => name))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    do {
      const page = await client.inventory.levels({ limit: 2, ...(cursor ? { cursor } : {}) })
      levels.push(...page.rows.map(({ productName }) => productName))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(products).toEqual(SORTED)
    expect(levels).toEqual(SORTED)
  })
})

test('suppliers are found and sorted the same way, and cash records found', async () => {
  const client = await aShopOfNames()
  expect(await client.purchasing.suppliers({ query: '_' })).toEqual([])
  expect((await client.cash.list({ query: '_' })).rows).toEqual([])
})

test('numbers sort by their value wherever they stand, and what is searched for is found in itself', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
      const order = (x: string, y: string) =>
        Math.sign(naturalKey(x) < naturalKey(y) ? -1 : naturalKey(x) > naturalKey(y) ? 1 : 0)
      expect(order(`Kain ${a} m`, `Kain ${b} m`)).toBe(Math.sign(a - b))
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(finder(text)(text) || folded(text) === '').toBe(true)
    }),
  )
})

describe('of a search count', () => {
  test('the eight longest words, of these two of one letter, in the order typed', () => {
    expect(soughtWords(['lung', 'ukir', 'L'])).toEqual(['lung', 'ukir', 'L'])
    expect(soughtWords(['a', 'kain', 'b', 'a', 'c', 'kain'])).toEqual(['a', 'kain', 'b'])
    expect(soughtWords('satu dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' '))).toEqual(
      'satu tiga empat lima tujuh delapan sembilan sepuluh'.split(' '),
    )
    expect(finder('lung x y z')('lung x y')).toBe(true)
  })

  test('never more than eight, so that a text pasted into a search costs no more than a long name', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom(..."abcL1-'é "), maxLength: 6 }), { maxLength: 60 })
    fc.assert(
      fc.property(words, (typed) => {
        const text = typed.join(' ')
        const terms = ftsQuery(text).split(' OR ')[0]!.split(' AND ')
        expect(terms.length).toBeLessThanOrEqual(8)
        expect(terms.filter((term) => /^"."\*$/.test(term)).length).toBeLessThanOrEqual(2)
        expect(finder(text)(text) || folded(text) === '').toBe(true)
      }),
    )
  })
})

test.each([
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
  'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z',
])('goods searched by the alphabet (%s) are compared with two of its letters', async (query) => {
  const { doors } = await aCore()
  const queries = await queriesOf(doors, async (reader) => {
    await variantIdsFound(reader, { query, limit: 20, bundles: true })
    await productPage(reader, { query, archived: false, limit: 20 })
  })
  const letters = queries.flatMap(({ parameters }) => parameters).filter((each) => /^% . ?%$/.test(String(each)))
  expect(new Set(letters.map((each) => String(each)[2])).size).toBe(2)
})

const ODD = [
  '\0',
  'ke\0meja',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(2),
  'a '.repeat(50),
  '%',
  '_',
  '" OR 1 --',
  'a* NEAR b',
  '((((',
  '\\',
  '\ud800',
]
const CURSORS = [
  '',
  '[]',
  'null',
  '{}',
  '[null]',
  '["\\u0000",1]',
  '[1e308,1e308,1e308]',
  '[[1]]',
  'x'.repeat(500),
  '[1.5]',
]

test('whatever is typed into a search, and whatever stands for a cursor: an answer or a refusal, never a defect', async () => {
  const client = await aShopOfNames()
  const lists = {
    products: client.catalog.products.list,
    listings: client.catalog.listings.list,
    levels: client.inventory.levels,
    opening: client.inventory.opening.list,
    purchases: client.purchasing.list,
    orders: client.orders.list,
    cash: client.cash.list,
    returns: (input: object) => client.returns.list({ tab: 'waiting', ...input }),
    history: client.channels.files.history,
    entries: client.ledger.entries,
    adjustments: client.inventory.adjustments,
  } as unknown as Record<string, (input: object) => Promise<unknown>>
  for (const [name, list] of Object.entries(lists))
    for (const input of [...ODD.map((query) => ({ query })), ...CURSORS.map((cursor) => ({ cursor }))]) {
      const code = await list(input).then(
        () => 'answered',
        (problem) => problem.code,
      )
      expect({ name, input, code }).toEqual({ name, input, code: expect.stringMatching(/^(answered|BAD_REQUEST)$/) })
    }
  for (const query of ODD) {
    await client.catalog.variants.search({ query }).catch((problem) => expect(problem.code).toBe('BAD_REQUEST'))
    await client.reports.find({ query }).catch((problem) => expect(problem.code).toBe('BAD_REQUEST'))
  }
})
