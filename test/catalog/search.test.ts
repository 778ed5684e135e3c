import { expect, test } from 'vitest'
import { folded } from '../../src-shared/kernel/folded.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aShop, aVariant, sell } from '../builders/a-product.ts'

test.each([
  ['Blus Crêpe Élégante', 'blus crepe elegante'],
  ['Koko Jum’at', 'koko jumat'],
  ["Koko Jum'at", 'koko jumat'],
  ['Sarung_Goyor', 'sarung goyor'],
  ['Kemeja "Lung Ukir" / XL', 'kemeja lung ukir xl'],
  ['Straße Œuvre Łódź SMØRREBRØD', 'strasse oeuvre lodz smorrebrod'],
])('%s is compared as %s', (text, words) => expect(folded(text)).toBe(words))

const NAMES = ['Blus Crêpe Élégante', 'Koko Jum’at', 'Sarung_Goyor', 'T-Shirt Łódź'] as const
const FOUND = [
  ['crepe', NAMES[0]],
  ['CRÊPE', NAMES[0]],
  ['elegante blus', NAMES[0]],
  ['jumat', NAMES[1]],
  ["jum'at", NAMES[1]],
  ['goyor', NAMES[2]],
  ['sarung-goyor', NAMES[2]],
  ['sarunggoyor', NAMES[2]],
  ['tshirt', NAMES[3]],
  ['t shirt lodz', NAMES[3]],
  ['t-shirt', NAMES[3]],
] as const

const aShopOfThem = async () => {
  const { client, core, doors } = await aCore()
  for (const [index, name] of NAMES.entries())
    await client.catalog.products.save(
      aProduct({ name, variants: [aVariant({ sku: `S-${index}`, colour: 'Abu-abu' })] }),
    )
  const shop = aShop(doors)
  for (const [index, productName] of NAMES.entries())
    await sell(core, shop, `26112100000${index}`, [{ productName, sku: '', pieces: 1 }])
  return client
}

test('goods are found however they are typed: accents, apostrophes and signs do not matter', async () => {
  const client = await aShopOfThem()
  for (const [query, name] of FOUND) {
    const variants = await client.catalog.variants.search({ query })
    expect
      .soft(
        variants.map(({ productName }) => productName),
        query,
      )
      .toEqual([name])
    const products = await client.catalog.products.list({ query })
    expect
      .soft(
        products.rows.map((product) => product.name),
        query,
      )
      .toEqual([name])
    const listings = await client.catalog.listings.list({ query, show: 'all' })
    expect
      .soft(
        listings.rows.map(({ productName }) => productName),
        query,
      )
      .toEqual([name])
    const orders = await client.orders.list({ query })
    expect
      .soft(
        orders.rows.map(({ number }) => number),
        query,
      )
      .toEqual([`26112100000${NAMES.indexOf(name)}`])
  }
  expect(await client.catalog.variants.search({ query: 'abu-abu koko' })).toHaveLength(1)
})

test('signs alone find nothing and break nothing', async () => {
  const client = await aShopOfThem()
  for (const query of ['%', '"', '*', '_', '—']) {
    expect(await client.catalog.variants.search({ query })).toEqual([])
    expect((await client.orders.list({ query })).rows).toEqual([])
  }
})
