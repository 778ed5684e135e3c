import { describe, expect, test } from 'vitest'
import { anOrderFile, type CsvStyle } from '../../builders/shopee-order-file.ts'
import { orderIn, read, refusalOf, snapshotsOf } from './reading.ts'

const aFile = () =>
  anOrderFile().withOrder('261104HN3T8WQA', {
    items: [{ product: 'Kebaya “Café” lengan ½; merah, tua', price: 159_000, pieces: 2 }],
    cells: { 'Catatan dari Pembeli': 'tolong\ncepat, "ya"' },
  })

/** What Windows-1252 can write. */
const inWestern = () => anOrderFile().withOrder('261104HN3T8WQA', { items: [{ product: 'Kebaya Café ½' }] })

describe('CSV', () => {
  test.each<[string, CsvStyle]>([
    ['with commas', { delimiter: ',' }],
    ['with semicolons, as Excel set to Indonesian writes it', { delimiter: ';' }],
    ['with tabs', { delimiter: '\t' }],
    ['with bars', { delimiter: '|' }],
    ['in UTF-8 with a mark', { encoding: 'utf-8 with mark' }],
    ['in UTF-16', { encoding: 'utf-16le', delimiter: '\t' }],
    ['in UTF-16 the other way round', { encoding: 'utf-16be' }],
  ])('%s reads like the workbook', async (_, style) => {
    const fromWorkbook = await read(aFile().xlsx())
    expect(await read(aFile().csv(style))).toEqual(fromWorkbook)
    expect(fromWorkbook.totals).toMatchObject({ goodsValue: 318_000, buyerPayment: 318_000 })
  })

  test('bytes that are no UTF-8 are read as Windows-1252', async () => {
    expect((await orderIn(inWestern().csv({ encoding: 'windows-1252' }))).lines[0]?.productName).toBe('Kebaya Café ½')
  })

  test('a first line that declares the separator is no row', async () => {
    const bytes = Buffer.concat([Buffer.from('sep=;\r\n'), aFile().csv({ delimiter: ';' })])
    const { orders } = await read(bytes)
    expect(orders).toMatchObject([{ rows: [3], snapshot: { number: '261104HN3T8WQA' } }])
  })

  test.each(['\uFEFFsep=;\r\n', '"sep=;"\r\n', 'sep=;;;;\r\n'])('nor does %j', async (first) => {
    const bytes = Buffer.concat([Buffer.from(`\uFEFF${first}`), aFile().csv({ delimiter: ';' })])
    expect((await read(bytes)).orders).toEqual(
      (await read(aFile().xlsx())).orders.map((order) => ({ ...order, rows: [3] })),
    )
  })

  test('a mark that was written twice is none of the first heading', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFF\uFEFF'), aFile().csv({ delimiter: ',' })])
    expect(await read(bytes)).toEqual(await read(aFile().xlsx()))
  })

  test('blank lines are nothing, and keep their place in the count', async () => {
    const text = Buffer.from(aFile().csv()).toString().replace('\r\n', '\r\n\r\n')
    expect((await read(Buffer.from(text))).orders[0]?.rows).toEqual([3])
  })

  test.each([
    ['never closed', '"Baut'],
    ['in the middle of a text without quotes', 'Baut 3" putih'],
    ['closed too early', '"Baut 3" putih"'],
  ])('a quote %s is damage: where the text ends would be a guess', async (_, product) => {
    const item = { product: 'Baut', variation: 'Putih' }
    const text = Buffer.from(
      anOrderFile()
        .withOrder('261104HN3T8WQA', { items: [item] })
        .csv(),
    ).toString()
    expect(await refusalOf(Buffer.from(text.replace('Baut', product)))).toMatchObject({
      code: 'FILE_DAMAGED',
      facts: { damage: 'quotes' },
    })
  })

  test('a line longer than any of orders is damage of its own, not of quotes', async () => {
    const text = `${Buffer.from(anOrderFile().withOrder('261104HN3T8WQA').csv()).toString()}${'x'.repeat(4_000_000)}`
    expect(await refusalOf(Buffer.from(text))).toMatchObject({
      code: 'FILE_DAMAGED',
      facts: { damage: 'line too long' },
    })
  })

  test('a row with more cells than headings stays out: its amounts stand under the wrong ones', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', { items: [{ product: 'Kemeja lurik 1' }] })
      .withOrder('261105KX9PLM2B', { status: 'Selesai', cells: { 'Waktu Pesanan Selesai': '2026-11-07 18:21' } })
    const text = Buffer.from(file.csv())
      .toString()
      .replace('Kemeja lurik 1', 'Kemeja, lurik')
      .replace(/,\r\n(2611)/, ',2026-11-05 10:00\r\n$1')
    const { problems, orders } = await read(Buffer.from(text))
    expect(problems[0]).toMatchObject({ code: 'ROW_SHIFTED', row: 2, orderNumber: '261104HN3T8WQA', blocks: true })
    expect(snapshotsOf({ ...(await read(Buffer.from(text))), orders }).map(({ number }) => number)).toEqual([
      '261105KX9PLM2B',
    ])
  })

  test.each([
    ['\r\n', '\n'],
    ['\n', '\r\n'],
    ['\r\n', '\r'],
    ['\n', '\r'],
  ])('lines that end in %j and then in %j are lines all the same', async (first, then) => {
    const lines = Buffer.from(threeOrders().csv()).toString().trimEnd().split('\r\n')
    const text = `${lines.slice(0, 2).join(first)}${first}${lines.slice(2).join(then)}${then}`
    expect(await read(Buffer.from(text))).toEqual(await read(threeOrders().csv()))
  })
})

const threeOrders = () =>
  anOrderFile().withOrder('261104HN3T8WQA').withOrder('261105KX9PLM2B').withOrder('261106KX9PLM2C')

describe('two downloads pasted together', () => {
  const above = () => anOrderFile().withOrder('261104HN3T8WQA', { items: [{ price: 159_000 }] })
  const below = () =>
    anOrderFile('49 columns, December 2025').withOrder('261105KX9PLM2B', { items: [{ price: 85_000, pieces: 2 }] })
  const pasted = (first: Uint8Array, second: Uint8Array) => Buffer.concat([first, second])
  const bothSums = { orders: 2, rows: 2, pieces: 3, goodsValue: 329_000, buyerPayment: 329_000 }

  test.each(['utf-8', 'utf-16be'] as const)(
    'one of them in another encoding (%s): refused, no order is lost',
    async (encoding) => {
      const second = below().csv({ encoding })
      expect(await refusalOf(pasted(above().csv({ encoding: 'utf-16le' }), second))).toMatchObject({
        code: 'FILE_DAMAGED',
        facts: { damage: 'encoding' },
      })
    },
  )

  test('with the same headings twice are one list', async () => {
    const again = anOrderFile().withOrder('261105KX9PLM2B', { items: [{ price: 85_000, pieces: 2 }] })
    const { totals, problems } = await read(pasted(above().csv(), again.csv()))
    expect(totals).toMatchObject(bothSums)
    expect(problems).toEqual([])
  })

  test('of two layouts are each read by the headings above them', async () => {
    const { totals, problems } = await read(pasted(above().csv(), below().columnsInReverse().csv()))
    expect(totals).toMatchObject(bothSums)
    expect(problems).toEqual([])
  })

  test('also when the second begins with a byte order mark, or ends its lines otherwise', async () => {
    const second = Buffer.from(below().csv({ encoding: 'utf-8 with mark' }))
      .toString()
      .replaceAll('\r\n', '\n')
    expect((await read(pasted(above().csv(), Buffer.from(second)))).totals).toMatchObject(bothSums)
  })

  test('without a line break between them lose only the row that was glued', async () => {
    const glued = Buffer.from(
      Buffer.from(
        above()
          .withOrder('261106KX9PLM2C', { status: 'Selesai', cells: { 'Waktu Pesanan Selesai': '2026-11-07 10:00' } })
          .csv(),
      )
        .toString()
        .trimEnd(),
    )
    const { totals, keptOut, problems } = await read(pasted(glued, below().csv()))
    expect(totals).toMatchObject(bothSums)
    expect(keptOut).toMatchObject({ orders: 1, rows: 1 })
    expect(problems.map(({ code }) => code)).toContain('ROW_SHIFTED')
  })

  test('below headings that lack a required column are counted as kept out', async () => {
    const second = below().withOrder('261106KX9PLM2C').without('Jumlah').csv()
    const { totals, keptOut, problems } = await read(pasted(above().csv(), second))
    expect(totals).toMatchObject({ orders: 1, rows: 1 })
    expect(keptOut).toMatchObject({ rows: 2 })
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ['ROW_SHIFTED', 4],
      ['ROW_SHIFTED', 5],
    ])
  })

  test('with another separator are counted as kept out', async () => {
    const { totals, keptOut } = await read(pasted(above().csv(), below().csv({ delimiter: ';' })))
    expect(totals).toMatchObject({ orders: 1, rows: 1 })
    expect(keptOut.rows).toBeGreaterThanOrEqual(1)
  })
})
