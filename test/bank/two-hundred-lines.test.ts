import { expect, test } from 'vitest'
import { meaningsOf } from '../../src-renderer/bank/meanings.ts'
import type { BankLine } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { type BankMeaning, eventOf, isSameMeaning, meaningOf } from '../../src-shared/bank/bank-meaning.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { aBankStatement, type LineTold, statementsOf } from '../builders/a-bank-statement.ts'
import { aCore } from '../builders/a-core.ts'

const cost = (account: string): BankMeaning => ({ what: 'business expense', account: account as never })
const home = (householdAccount: string): BankMeaning => ({
  what: 'private expense',
  householdAccount: householdAccount as never,
})
const transit: BankMeaning = { what: 'transfer', other: '1142' as never }

/** What comes back in the account of a small shop, how often in two months, and what its owner would say of it. */
const RECURRING: readonly [description: (n: number) => string, times: number, amount: number, meaning: BankMeaning][] =
  [
    [(n) => `KR OTOMATIS MID : 885000123 BATIK RATNA QR : ${80 + n}000.00 DDR : ${560 + 7 * n}.00`, 40, 0, transit],
    [(n) => `INDOMARET ${['PEMUDA', 'TAHUNAN', 'KALIGARANG'][n % 3]} ${n}`, 24, -86_500, home('9501')],
    [(n) => `ALFAMART T${100 + n}`, 14, -54_000, home('9501')],
    [(n) => `TRSF E-BANKING DB ${n}11/FTSCY/WS95051 CV TROSO JAYA`, 14, -1_850_000, cost('1306')],
    [(n) => `SPBU 44.594.${10 + n} TAHUNAN`, 12, -150_000, cost('6206')],
    [(n) => `JNE EXPRESS ${9_000 + n}`, 12, -45_000, cost('6108')],
    [(n) => `KR OTOMATIS SHOPEE ${n}`, 10, 2_500_000, transit],
    [(n) => `TRSF E-BANKING DB GOPAY TOPUP 08${n}`, 10, -200_000, home('9599')],
    [(n) => `TRSF E-BANKING DB ${n}11/FTSCY/WS95031 SITI AMINAH`, 8, -600_000, cost('6202')],
    [(n) => `TRSF E-BANKING DB ${n}11/FTSCY/WS95032 BUDI SANTOSO`, 8, -550_000, cost('6202')],
    [(n) => `PLASTIK ABADI PACKING ${n}`, 8, -320_000, cost('1302')],
    [() => 'TRSF E-BANKING DB RATNA DEWI PRIBADI', 6, -1_000_000, { what: 'take home', other: '9110' as never }],
    [() => 'BIAYA ADM', 4, -15_000, cost('6211')],
    [(n) => `PLN PREPAID VA ${n}`, 4, -302_500, cost('6204')],
    [() => 'BUNGA', 2, 1_250, { what: 'business income', account: '4902' as never }],
    [() => 'PAJAK BUNGA', 2, -250, cost('6211')],
  ]
/** And what comes once: each by a name that nobody saw before. */
const ONCE = ['MAKMUR', 'SENTOSA', 'LESTARI', 'JATI', 'MULIA', 'SUBUR', 'BARU', 'INDAH', 'MEGAH', 'ASRI', 'PRIMA']
  .flatMap((name) => [`KARTU DEBIT UD ${name}`, `KARTU DEBIT ${name} CELL`])
  .map((description, n) => [description, -75_000 - n, [cost('6207'), home('9599'), cost('6205')][n % 3]!] as const)

const LINES = [
  ...RECURRING.flatMap(([say, times, amount, meaning]) =>
    Array.from({ length: times }, (_, n) => {
      const isQris = amount === 0
      return { description: say(n), amount: isQris ? 79_440 + 993 * n : amount, meaning: isQris ? null : meaning }
    }),
  ),
  ...ONCE.map(([description, amount, meaning]) => ({ description, amount, meaning })),
].map((line, index, all) => {
  // spread over two months, as life mixes them
  const place = (index * 67) % all.length
  const day = `2026-${place * 2 < all.length ? '10' : '11'}-${String(1 + (place % 20)).padStart(2, '0')}`
  return { ...line, day, place }
})

const KEYS_OF_A_LIST = 7

/** Keys of answering by hand: the side, then the number of the choice, or a few letters in the list below the numbers. */
function keysFor(line: BankLine, meaning: BankMeaning, accounts: readonly Account[]): number {
  const asked = { accounts, book: 'usaha', account: line.account, amount: line.amount, keepsHousehold: true } as const
  const places = (['usaha', 'pribadi', 'pindah'] as const).map((side) =>
    meaningsOf(side, asked, bankWords.id).findIndex((choice) => isSameMeaning(choice.meaning, meaning)),
  )
  const place = places.find((at) => at >= 0)
  if (place === undefined) throw new Error(`no key leads to ${JSON.stringify(meaning)}`)
  return 1 + (place < 9 ? 1 : KEYS_OF_A_LIST)
}

test('two hundred mixed lines of two months take at most three keys for two of them, and no rule answers one wrongly', async () => {
  const { client, core } = await aCore({ setUp: { startDay: '2026-10-01', keepsHousehold: true } })
  const accounts = await client.ledger.accounts()
  const told = LINES.toSorted((a, b) => (a.day === b.day ? a.place - b.place : a.day < b.day ? -1 : 1))
  expect(told).toHaveLength(200)
  await statementsOf(core).take(
    aBankStatement(told.map(({ day, description, amount }): LineTold => [day, description, amount])),
  )
  const meant = new Map(told.map(({ description, amount, meaning }) => [`${description}/${amount}`, meaning]))
  const meaningFor = ({ description, amount }: BankLine) => meant.get(`${description}/${amount}`)!

  const count = { keys: 0, atOnce: 0, agreed: 0, byHand: 0 }
  for (;;) {
    const { rows } = await client.bank.lines({ state: 'waiting', limit: 1 })
    const [line] = rows
    if (!line) break
    const { suggestion } = line
    if (suggestion?.isCertain) {
      count.atOnce += (await client.bank.agreeCertain({ batch: newId() })).lines
      count.keys++
      continue
    }
    const meaning = meaningFor(line)
    const event = eventOf(meaning, { account: line.account, book: 'usaha', amount: line.amount })!
    const suggested = suggestion?.answer.as === 'records' ? meaningOf(suggestion.answer.events[0]!, line.account) : null
    const isRight = suggested !== null && isSameMeaning(suggested, meaning)
    count.keys += isRight ? 1 : keysFor(line, meaning, accounts)
    count[isRight ? 'agreed' : 'byHand']++
    await client.bank.answer({ id: line.id, batch: newId(), answer: { as: 'records', events: [event] } })
  }

  expect(count.atOnce + count.agreed + count.byHand).toBe(200)
  expect(count.keys / 200).toBeLessThanOrEqual(1.5)
  const answered: BankLine[] = []
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const page = await client.bank.lines({ state: 'answered', limit: 100, ...(cursor ? { cursor } : {}) })
    answered.push(...page.rows)
    cursor = page.nextCursor
  }
  for (const line of answered) {
    const meaning = meaningFor(line)
    const [document] = line.documents
    const said = document?.event ? meaningOf(document.event, line.account) : null
    if (meaning === null) expect(document?.event).toMatchObject({ what: 'clearing received', clearing: '1140' })
    else expect([line.description, said]).toEqual([line.description, meaning])
  }
  expect((await client.ledger.verify()).ok).toBe(true)
})
