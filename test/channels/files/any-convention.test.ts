import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anOrderFile, type Cells, dots } from '../../builders/shopee-order-file.ts'
import type { CellInFile } from '../../builders/workbook-bytes.ts'
import { read } from './reading.ts'

/** The ways in which a money column is written, or was left by a program that took the dot for decimals. */
const WRITINGS = {
  dots: (amount: number) => dots(amount),
  commas: (amount: number) => dots(amount).replaceAll('.', ','),
  bare: (amount: number) => String(amount),
  number: (amount: number) => amount,
  currency: (amount: number) => `Rp ${dots(amount)}`,
  'without cents': (amount: number) => `${dots(amount)},00`,
  'lost thousands': (amount: number) => (amount < 1_000_000 ? Number(dots(amount)) : dots(amount)),
} satisfies Record<string, (amount: number) => CellInFile>
type Writing = keyof typeof WRITINGS

interface Money {
  list: number
  price: number
  pieces: number
  voucher: number
  coins: number
  shipping: number
  fee: number
}

const money: fc.Arbitrary<Money> = fc
  .record({
    price: fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((n) => n * 1000),
      fc.integer({ min: 50, max: 2_000_000 }),
    ),
    cut: fc.constantFrom(0, 0.1, 0.25),
    pieces: fc.constantFrom(1, 1, 2, 3, 40),
    voucher: fc.constantFrom(0, 0, 0.05, 0.2),
    coins: fc.constantFrom(0, 0, 2_000),
    shipping: fc.constantFrom(0, 0, 9_000, 15_000),
    fee: fc.constantFrom(0, 0, 1_900),
  })
  .map(({ price, cut, voucher, ...others }) => {
    const list = Math.round((price * (1 + cut)) / 500) * 500
    return { ...others, price, list: Math.max(list, price), voucher: Math.floor((price * voucher) / 1000) * 1000 }
  })

const amountsOf = ({ list, price, pieces, voucher, coins, shipping, fee }: Money) => ({
  'Harga Awal': list,
  'Harga Setelah Diskon': price,
  'Subtotal Pesanan': price * pieces,
  'Total Diskon': (list - price) * pieces,
  'Diskon Dari Penjual': (list - price) * pieces,
  'Voucher Ditanggung Penjual': voucher,
  'Cashback Koin': coins,
  'Ongkos Kirim Dibayar oleh Pembeli': shipping,
  'Total Pembayaran': price * pieces - voucher + shipping + fee,
})
type MoneyColumn = keyof ReturnType<typeof amountsOf>
const COLUMNS = Object.keys(amountsOf({ list: 0, price: 0, pieces: 0, voucher: 0, coins: 0, shipping: 0, fee: 0 }))

/** What the books are made of, and what the screen shows beside it. */
const told = ({ list, price, pieces, voucher, coins, shipping, fee }: Money) => ({
  list,
  price,
  pieces,
  voucher,
  coins,
  shipping,
  payment: price * pieces - voucher + shipping + fee,
})

const numberOf = (index: number) => `2611${String(index + 1).padStart(2, '0')}HN3T8WQA`

async function expectExactOrOut(
  orders: readonly Money[],
  cellOf: (column: MoneyColumn, row: number) => CellInFile,
  isCsv: boolean,
) {
  const file = anOrderFile()
  for (const [index, order] of orders.entries()) {
    const cells: Cells = {}
    for (const column of COLUMNS as MoneyColumn[]) cells[column] = cellOf(column, index)
    file.withOrder(numberOf(index), { items: [{ pieces: order.pieces }], cells })
  }
  const { orders: taken } = await read(isCsv ? file.csv({ delimiter: ';' }) : file.xlsx())
  for (const { snapshot } of taken) {
    const index = orders.findIndex((_, index) => numberOf(index) === snapshot.number)
    const [line] = snapshot.lines
    const sum = (kind: string) => snapshot.money.find((each) => each.kind === kind)?.amount
    const expected = told(orders[index]!)
    expect({
      list: line!.listPrice,
      price: line!.price,
      pieces: line!.pieces,
      voucher: sum('seller voucher'),
      coins: sum('seller coins'),
      // an amount that no effect needs may be left out instead
      shipping: sum('shipping paid by buyer') ?? expected.shipping,
      payment: snapshot.buyerPayment,
    }).toEqual(expected)
  }
  return taken.length
}

const anyWriting = fc.constantFrom(...(Object.keys(WRITINGS) as Writing[]))
const writings = fc.oneof(
  { weight: 1, arbitrary: anyWriting.map((writing) => COLUMNS.map(() => writing)) },
  { weight: 2, arbitrary: fc.tuple(...COLUMNS.map(() => anyWriting)) },
  { weight: 3, arbitrary: fc.tuple(...COLUMNS.map(() => fc.constantFrom<Writing>('number', 'lost thousands'))) },
)

describe('the amounts of an order are exact, or the order is asked about', () => {
  test('in whichever way each column is written, also when a program made 85 of 85.000', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(money, { minLength: 1, maxLength: 5 }),
        writings,
        fc.boolean(),
        async (orders, written, isCsv) => {
          await expectExactOrOut(
            orders,
            (column, row) => WRITINGS[written[COLUMNS.indexOf(column)]!](amountsOf(orders[row]!)[column]),
            isCsv,
          )
        },
      ),
      { numRuns: 120 },
    )
  })

  test('when one of them was typed as 85 beside amounts typed whole', async () => {
    const typed = fc.constantFrom<MoneyColumn>(
      'Harga Awal',
      'Harga Setelah Diskon',
      'Subtotal Pesanan',
      'Voucher Ditanggung Penjual',
      'Ongkos Kirim Dibayar oleh Pembeli',
      'Total Pembayaran',
    )
    // Shopee's own fee, of which no column tells, could hide a voucher smaller than itself
    const withoutFee = money.map((each) => ({ ...each, fee: 0 }))
    const whole = fc.constantFrom<Writing>('number', 'dots', 'bare')
    await fc.assert(
      fc.asyncProperty(
        fc.array(withoutFee, { minLength: 1, maxLength: 4 }),
        whole,
        typed,
        fc.boolean(),
        async (orders, writing, wrong, isCsv) => {
          await expectExactOrOut(
            orders,
            (column, row) => {
              const amount = amountsOf(orders[row]!)[column]
              const isWrong = row === 0 && column === wrong && amount % 1000 === 0 && amount < 1_000_000
              return WRITINGS[writing](isWrong ? amount / 1000 : amount)
            },
            isCsv,
          )
        },
      ),
      { numRuns: 120 },
    )
  })

  test('and a sound file comes in whole', async () => {
    const sound = fc.constantFrom<Writing>('number', 'dots', 'currency', 'commas')
    const dear = money.filter(({ price, list }) => price >= 1000 && list % 1000 >= 0)
    await fc.assert(
      fc.asyncProperty(fc.array(dear, { minLength: 1, maxLength: 5 }), sound, async (orders, writing) => {
        const taken = await expectExactOrOut(
          orders,
          (column, row) => WRITINGS[writing](amountsOf(orders[row]!)[column]),
          false,
        )
        expect(taken).toBe(orders.length)
      }),
      { numRuns: 60 },
    )
  })
})
