import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aShirt, aShop, aVariant, reserve, sell, shelve } from '../builders/a-product.ts'

describe('saving a product', () => {
  test('keeps what was typed and shows it with its stock', async () => {
    const { client, doors } = await aCore()
    const shirt = aShirt()
    await client.catalog.products.save(shirt)
    const biruM = shirt.variants[0]!
    shelve(doors, biruM.id, 3, 200_000)
    reserve(doors, biruM.id, 1)

    const product = await client.catalog.products.get({ id: shirt.id })
    expect(product).toMatchObject({ name: 'Kemeja Lung Ukir', category: 'Kemeja', archived: false })
    expect(product.variants[0]).toMatchObject({
      ...biruM,
      label: 'Kemeja Lung Ukir, Biru, M',
      productName: 'Kemeja Lung Ukir',
      onHand: 3,
      reserved: 1,
      available: 2,
      averageCost: 66_667,
    })
  })

  test('hangs the sizes in their order, whatever order they were typed in', async () => {
    const { client } = await aCore()
    const product = await client.catalog.products.save(
      aProduct({ variants: ['XL', 'S', 'L', 'M', 'XXL'].map((size) => aVariant({ sku: `A-${size}`, size })) }),
    )
    expect(product.variants.map(({ size }) => size)).toEqual(['S', 'M', 'L', 'XL', 'XXL'])
  })

  test('the same draft twice changes nothing', async () => {
    const { client, clock, doors } = await aCore()
    const everything = () =>
      ['product', 'variant', 'bundle_component'].map((table) => doors.raw.prepare(`SELECT * FROM ${table}`).all())
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    const variant = fc.record({
      motif: text,
      colour: text,
      size: fc.constantFrom('', 'S', 'M', 'XL', '38'),
      price: fc.nat(1_000_000),
      barcode: fc.option(fc.uuid()),
    })
    let made = 0
    await fc.assert(
      fc.asyncProperty(text, fc.array(variant, { minLength: 1, maxLength: 6 }), async (name, variants) => {
        const draft = aProduct({
          name: `P${name}`,
          variants: variants.map((facts) => aVariant({ ...facts, sku: `SKU-${made++}` })),
        })
        const once = await client.catalog.products.save(draft)
        const stored = everything()
        clock.now += 60_000
        expect(await client.catalog.products.save(draft)).toEqual(once)
        expect(everything()).toEqual(stored)
      }),
      { numRuns: 40 },
    )
  })

  test('what was loaded can be saved as it is', async () => {
    const { client } = await aCore()
    const saved = await client.catalog.products.save(aShirt())
    expect(await client.catalog.products.save(saved)).toEqual(saved)
  })

  test('a code of another product is refused, and that product is named', async () => {
    const { client } = await aCore()
    await client.catalog.products.save(aProduct({ variants: [aVariant({ sku: 'KMJ-1', barcode: '899100' })] }))
    const other = (facts: object) => aProduct({ name: 'Syal', variants: [aVariant({ sku: 'SYL-1', ...facts })] })

    await expect(client.catalog.products.save(other({ sku: 'kmj-1' }))).rejects.toMatchObject({
      code: 'SKU_TAKEN',
      data: { sku: 'kmj-1', product: 'Kemeja Lung Ukir' },
      message: 'Kode SKU kmj-1 sudah dipakai Kemeja Lung Ukir. Belum ada yang disimpan. Pakai kode lain.',
    })
    await expect(client.catalog.products.save(other({ barcode: '899100' }))).rejects.toMatchObject({
      code: 'BARCODE_TAKEN',
      data: { barcode: '899100', product: 'Kemeja Lung Ukir' },
    })
    // a scan must never mean two goods
    await expect(client.catalog.products.save(other({ barcode: 'KMJ-1' }))).rejects.toMatchObject({
      code: 'BARCODE_TAKEN',
    })
    await expect(client.catalog.products.save(other({ sku: '899100' }))).rejects.toMatchObject({ code: 'SKU_TAKEN' })
    expect((await client.catalog.products.list({})).total).toBe(1)
  })

  test('an SKU may be its own barcode', async () => {
    const { client } = await aCore()
    const saved = await client.catalog.products.save(
      aProduct({ variants: [aVariant({ sku: 'KMJ-1', barcode: 'KMJ-1' })] }),
    )
    expect(saved.variants[0]).toMatchObject({ sku: 'KMJ-1', barcode: 'KMJ-1' })
  })

  test('a code twice in one draft is refused', async () => {
    const { client } = await aCore()
    const twins = aProduct({ variants: [aVariant({ sku: 'KMJ-1' }), aVariant({ sku: 'KMJ-1' })] })
    await expect(client.catalog.products.save(twins)).rejects.toMatchObject({
      code: 'SKU_TAKEN',
      data: { sku: 'KMJ-1', product: 'Kemeja Lung Ukir' },
    })
    const [one] = twins.variants
    await expect(client.catalog.products.save({ ...twins, variants: [one!, one!] })).rejects.toMatchObject({
      code: 'SKU_TAKEN',
    })
  })

  test('two variants may swap their codes in one save', async () => {
    const { client } = await aCore()
    const draft = aProduct({
      variants: [aVariant({ sku: 'A', barcode: '111', size: 'S' }), aVariant({ sku: 'B', barcode: '222', size: 'M' })],
    })
    await client.catalog.products.save(draft)
    const [small, medium] = draft.variants as [(typeof draft.variants)[0], (typeof draft.variants)[0]]
    const swapped = await client.catalog.products.save({
      ...draft,
      variants: [
        { ...small!, sku: 'B', barcode: '222' },
        { ...medium!, sku: 'A', barcode: '111' },
      ],
    })
    expect(swapped.variants.map(({ sku, barcode, size }) => [sku, barcode, size])).toEqual([
      ['B', '222', 'S'],
      ['A', '111', 'M'],
    ])
  })

  test('a variant of another product cannot be taken over', async () => {
    const { client } = await aCore()
    const shirt = await client.catalog.products.save(aProduct())
    const thief = aProduct({ name: 'Syal', variants: [{ ...shirt.variants[0]!, sku: 'SYL-1' }] })
    await expect(client.catalog.products.save(thief)).rejects.toMatchObject({
      code: 'SKU_TAKEN',
      data: { sku: 'KMJ-LUK-L', product: 'Kemeja Lung Ukir' },
    })
  })
})

describe('removing a variant', () => {
  const without = (draft: ReturnType<typeof aShirt>, id: string) => ({
    ...draft,
    variants: draft.variants.filter((variant) => variant.id !== id),
  })

  test('is a plain edit while nothing speaks of it', async () => {
    const { client } = await aCore()
    const shirt = aShirt()
    await client.catalog.products.save(shirt)
    const left = await client.catalog.products.save(without(shirt, shirt.variants[2]!.id))
    expect(left.variants.map(({ sku }) => sku)).not.toContain(shirt.variants[2]!.sku)
    expect(left.variants).toHaveLength(5)
  })

  test('its code is free at once, even for its successor in the same save', async () => {
    const { client } = await aCore()
    const draft = aProduct()
    await client.catalog.products.save(draft)
    const successor = aVariant({ colour: 'Hijau' })
    const saved = await client.catalog.products.save({ ...draft, variants: [successor] })
    expect(saved.variants).toMatchObject([{ id: successor.id, sku: 'KMJ-LUK-L', colour: 'Hijau' }])
  })

  test('is refused once it had stock', async () => {
    const { client, doors } = await aCore()
    const shirt = aShirt()
    await client.catalog.products.save(shirt)
    shelve(doors, shirt.variants[0]!.id, 1, 50_000)
    await expect(client.catalog.products.save(without(shirt, shirt.variants[0]!.id))).rejects.toMatchObject({
      code: 'VARIANT_HAS_HISTORY',
      data: { sku: 'KMJ-BIR-M' },
    })
  })

  test('is refused once a listing was mapped to it', async () => {
    const { client, core, doors } = await aCore()
    const shirt = aShirt()
    await client.catalog.products.save(shirt)
    await sell(core, aShop(doors), '2611220001', [{ productName: 'Kemeja', sku: 'KMJ-MER-XL' }])
    const sold = shirt.variants.find(({ sku }) => sku === 'KMJ-MER-XL')!
    await expect(client.catalog.products.save(without(shirt, sold.id))).rejects.toMatchObject({
      code: 'VARIANT_HAS_HISTORY',
    })
  })

  test('is refused while a bundle needs it', async () => {
    const { client } = await aCore()
    const shirt = aShirt()
    await client.catalog.products.save(shirt)
    const components = [{ variantId: shirt.variants[0]!.id, pieces: 2 }]
    await client.catalog.products.save(
      aProduct({ name: 'Paket Sarimbit', variants: [aVariant({ sku: 'PKT', components })] }),
    )
    await expect(client.catalog.products.save(without(shirt, shirt.variants[0]!.id))).rejects.toMatchObject({
      code: 'VARIANT_HAS_HISTORY',
    })
  })
})

describe('the list of products', () => {
  test('goes by name, page by page, with the sums of each product', async () => {
    const { client, doors } = await aCore()
    for (const [at, name] of ['Syal', 'blus', 'Kemeja', 'Topi'].entries())
      await client.catalog.products.save(
        aProduct({
          name,
          category: name === 'Topi' ? 'Aksesori' : 'Pakaian',
          variants: [
            aVariant({ sku: `P${at}-S`, price: 90_000, size: 'S', safetyStock: 1 }),
            aVariant({ sku: `P${at}-M`, price: 95_000, size: 'M' }),
          ],
        }),
      )
    const kemeja = (await client.catalog.products.list({ query: 'kemeja' })).rows[0]!
    const [small, medium] = (await client.catalog.products.get({ id: kemeja.id })).variants
    shelve(doors, small!.id, 3, 120_000)
    shelve(doors, medium!.id, 2, 90_000)

    const first = await client.catalog.products.list({ limit: 3 })
    expect(first.rows.map(({ name }) => name)).toEqual(['blus', 'Kemeja', 'Syal'])
    expect(first).toMatchObject({ total: 4, categories: ['Aksesori', 'Pakaian'] })
    expect(first.rows[1]).toMatchObject({
      skus: 2,
      lowestPrice: 90_000,
      highestPrice: 95_000,
      onHand: 5,
      available: 4,
      value: 210_000,
    })
    const second = await client.catalog.products.list({ limit: 3, cursor: first.nextCursor! })
    expect(second.rows.map(({ name }) => name)).toEqual(['Topi'])
    expect(second.nextCursor).toBeNull()
  })

  test('is narrowed by category, and by any code or word of its SKUs', async () => {
    const { client } = await aCore()
    await client.catalog.products.save(aShirt())
    await client.catalog.products.save(
      aProduct({ name: 'Syal', category: 'Aksesori', variants: [aVariant({ sku: 'SYL' })] }),
    )
    const names = async (filter: object) => (await client.catalog.products.list(filter)).rows.map(({ name }) => name)
    expect(await names({ category: 'Aksesori' })).toEqual(['Syal'])
    expect(await names({ query: 'kmj-mer' })).toEqual(['Kemeja Lung Ukir'])
    expect(await names({ query: 'ukir merah' })).toEqual(['Kemeja Lung Ukir'])
    expect(await names({ query: '100%' })).toEqual([])
  })
})

describe('archiving', () => {
  test('takes a product out of lists and searches, and brings it back with everything', async () => {
    const { client } = await aCore()
    const { id } = await client.catalog.products.save(aShirt())
    const shirt = await client.catalog.products.get({ id })
    await client.catalog.products.archive({ id, archived: true })

    expect((await client.catalog.products.list({})).rows).toEqual([])
    expect(await client.catalog.variants.search({ query: 'kemeja' })).toEqual([])
    expect((await client.catalog.products.list({ archived: true })).rows).toMatchObject([
      { id: shirt.id, archived: true },
    ])
    // a parcel that comes back is still recognised
    expect(await client.catalog.variants.byCode({ code: 'KMJ-BIR-M' })).toMatchObject({ archived: true })

    await client.catalog.products.archive({ id: shirt.id, archived: false })
    expect(await client.catalog.products.get({ id: shirt.id })).toEqual(shirt)
  })

  test('a product nobody knows is refused', async () => {
    const { client } = await aCore()
    const id = newId()
    const unknown = { code: 'PRODUCT_NOT_FOUND', data: { id } }
    await expect(client.catalog.products.archive({ id, archived: true })).rejects.toMatchObject(unknown)
    await expect(client.catalog.products.get({ id })).rejects.toMatchObject(unknown)
  })
})

describe('photos', () => {
  const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const pngOf = (bytes: number) => Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(bytes)])

  test('come back as they were stored, under the type their bytes show', async () => {
    const { client } = await aCore()
    const id = newId()
    await client.catalog.photos.save({ id, photo: aFile('foto.webp', pngOf(0)) })
    const kept = await client.catalog.photos.get({ id })
    expect(kept!.type).toBe('image/png')
    expect(Buffer.from(await kept!.bytes())).toEqual(pngOf(0))
  })

  test('a photo of a product stands beside each of its SKUs', async () => {
    const { client } = await aCore()
    const photoId = newId()
    await client.catalog.photos.save({ id: photoId, photo: aFile('foto.png', pngOf(0)) })
    const saved = await client.catalog.products.save(aProduct({ photoId }))
    expect(saved.variants[0]).toMatchObject({ photoId })
  })

  test('anything that is no picture is refused, whatever it calls itself', async () => {
    const { client } = await aCore()
    const photo = aFile('foto.png', '<svg onload="alert(1)">')
    await expect(client.catalog.photos.save({ id: newId(), photo })).rejects.toMatchObject({
      code: 'PHOTO_NOT_READABLE',
    })
  })

  test('a picture that is still too large is refused with its size', async () => {
    const { client } = await aCore()
    const photo = aFile('foto.png', pngOf(420_000))
    await expect(client.catalog.photos.save({ id: newId(), photo })).rejects.toMatchObject({
      code: 'PHOTO_TOO_LARGE',
      data: { kilobytes: 411 },
    })
  })

  test('a small file that unpacks to a huge picture is refused before anything decodes it', async () => {
    const { client } = await aCore()
    const head = Buffer.from('89504e470d0a1a0a0000000d494844520000753000007530', 'hex')
    const photo = aFile('bom.png', Buffer.concat([head, Buffer.alloc(200)]))
    await expect(client.catalog.photos.save({ id: newId(), photo })).rejects.toMatchObject({
      code: 'PHOTO_TOO_MANY_PIXELS',
      data: { width: 30_000, height: 30_000 },
    })
  })

  test('a photo nobody stored is nothing', async () => {
    const { client } = await aCore()
    expect(await client.catalog.photos.get({ id: newId() })).toBeNull()
  })
})
