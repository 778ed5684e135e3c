import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memo } from '../../src-shared/ledger/memo.words.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aMonthOfBatikRatna } from '../builders/a-month-of-batik-ratna.ts'
import { balancesOf, hasHledger, hledger, why } from '../builders/hledger.ts'
import { manyPosted } from '../builders/posted.ts'

describe.skipIf(!hasHledger)(`hledger, which knows nothing of Lumbung, computes the same figures${why}`, () => {
  test('it accepts the journal in its strictest reading', async () => {
    const { client } = await aMonthOfBatikRatna()
    const { text, entries } = await client.ledger.exportJournal({ format: 'hledger' })
    expect(() => hledger(text, 'check', '--strict')).not.toThrow()
    expect(hledger(text, 'stats')).toMatch(new RegExp(`Transactions +: ${entries} `))
  })

  test('every balance of both books, to the rupiah', async () => {
    const { client, doors } = await aMonthOfBatikRatna()
    const { text } = await client.ledger.exportJournal({ format: 'hledger' })
    const ours = doors.raw
      .prepare('SELECT account, sum(debit - credit) AS amount FROM account_month GROUP BY account HAVING amount <> 0')
      .all() as { account: string; amount: number }[]
    expect(balancesOf(text)).toEqual(Object.fromEntries(ours.map(({ account, amount }) => [account, amount])))
  })

  test.each(['2026-11-09', '2026-11-22'])('the neraca of %s', async (day) => {
    const { client } = await aMonthOfBatikRatna()
    const { text } = await client.ledger.exportJournal({ format: 'hledger', book: 'usaha' })
    const nextDay = day.replace(/\d\d$/, (date) => String(Number(date) + 1).padStart(2, '0'))
    const theirs = balancesOf(text, '--end', nextDay)
    const { assets, liabilities } = await client.ledger.neraca({ day })
    const lines = [...assets.lines, ...liabilities.lines].flatMap(({ accounts }) => accounts)
    expect(lines.length).toBeGreaterThan(8)
    for (const { code, amount } of lines) expect([code, Math.abs(theirs[code]!)]).toEqual([code, Math.abs(amount)])
    const sheet = Object.entries(theirs).filter(([code]) => code < '3000')
    expect(sheet.reduce((sum, [, amount]) => sum + amount, 0)).toBe(assets.total - liabilities.total)
  })

  test('the laba rugi of a week', async () => {
    const { client } = await aMonthOfBatikRatna()
    const { text } = await client.ledger.exportJournal({ format: 'hledger', book: 'usaha' })
    const theirs = balancesOf(text, '--begin', '2026-11-09', '--end', '2026-11-16')
    const profit = Object.entries(theirs).filter(([code]) => code >= '4000' && code < '9000')
    const { netProfit } = await client.ledger.labaRugi({ from: '2026-11-09', to: '2026-11-15' })
    expect(profit.reduce((sum, [, amount]) => sum - amount, 0)).toBe(netProfit.amount)
  })

  test('notes full of the marks that hledger reads change nothing', async () => {
    const { client } = await aCore()
    const note = 'beli; tas | "2x" = date:2026-13-40, [2026-01-01]  (dua  spasi)'
    await client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '6207', amount: 12_500 }, { note }),
    )
    const { text } = await client.ledger.exportJournal({ format: 'hledger' })
    expect(balancesOf(text)).toEqual({ 1101: -12_500, 6207: 12_500 })
    expect(hledger(text, 'print')).toContain('2026-11-22 (1)')
  })
})

describe.skipIf(!hasHledger)(`hledger reads whatever people write${why}`, () => {
  const odd = [
    '1. Toko Sari',
    '2026-13-45 bukan tanggal',
    '* belum lunas',
    '! penting',
    '(99) nomor lain',
    '=1+1',
    '~ monthly',
    'kain 🧵 batik; "tulis"',
    "Toko 'Sumber  Rejeki' | cabang  2",
    'P 2026-11-22 Rp 1000',
    'include /etc/passwd',
    'comment',
    'end comment',
    '; catatan',
    '# judul',
    '@ 3 pcs @@ Rp 10',
    '{Rp 5} [2026-01-01] date:2026-02-30',
    '{{Rp 5}} (a = b) \\ `x` %_$',
    'tab\tdan\u00A0spasi\u2003lebar',
    'قماش 布 ผ้า',
  ]
  const notes = [
    ...odd,
    ...fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { numRuns: 150, seed: 22 }),
    ...fc.sample(fc.string({ unit: fc.constantFrom(...' ;|:,=*!()[]{}@#~\'"&\t0aR'), minLength: 1, maxLength: 30 }), {
      numRuns: 150,
      seed: 11,
    }),
  ]

  test.each([true, false])(
    'with the household book kept: %s',
    async (keepsHousehold) => {
      const { client, doors } = await aCore()
      await client.settings.change({ keepsHousehold })
      for (const note of notes)
        await client.cash.record(
          aCashRecord({ what: 'private expense', wallet: '1101', householdAccount: '9501', amount: 1_000 }, { note }),
        )
      await manyPosted(
        doors,
        odd.map((supplier) => ({
          day: '2026-11-20',
          memo: memo('goods received', { purchase: 'PB-1', supplier }),
          lines: { 1301: 500, 2101: -500 },
        })),
      )
      const { text, entries } = await client.ledger.exportJournal({ format: 'hledger' })
      expect(entries).toBe(notes.length * (keepsHousehold ? 2 : 1) + odd.length)
      expect(() => hledger(text, 'check', '--strict')).not.toThrow()
      expect(hledger(text, 'stats')).toMatch(new RegExp(`Transactions +: ${entries} `))
      expect(balancesOf(text)).toEqual({
        1101: -1_000 * notes.length,
        3201: 1_000 * notes.length,
        1301: 500 * odd.length,
        2101: -500 * odd.length,
        ...(keepsHousehold && { 9501: 1_000 * notes.length, 9401: -1_000 * notes.length }),
      })
    },
    60_000,
  )
})

describe('CSV for a spreadsheet', () => {
  const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true, record_delimiter: '\r\n' })

  test('has one row a line, with its document and its seal', async () => {
    const { client } = await aMonthOfBatikRatna()
    const { text, name, mediaType } = await client.ledger.exportJournal({ format: 'csv', book: 'usaha' })
    expect([name, mediaType]).toEqual(['jurnal-usaha-2026-11.csv', 'text/csv'])
    const rows = rowsOf(text)
    expect(rows.find(({ label }) => label === 'sewa kios')).toMatchObject({
      book: 'usaha',
      day: '2026-11-08',
      memo: 'Pengeluaran usaha',
      account: '6203',
      'account name': 'Sewa tempat',
      debit: '750000',
      credit: '0',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect(sum('debit')).toBe(sum('credit'))
  })

  test('keeps commas, quotes and line ends inside their field', async () => {
    const { client } = await aCore()
    const note = 'kain "mori", 3 m'
    await client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '6207', amount: 12_500 }, { note }),
    )
    const { text } = await client.ledger.exportJournal({ format: 'csv' })
    expect(text).toContain('"kain ""mori"", 3 m"')
    expect(rowsOf(text)[0]!.label).toBe(note)
  })

  test.each(['=1+1', '+62811', '-5', '@SUM(A1)', '  =HYPERLINK("x")', '\uFF1D1+1'])(
    'a note that a spreadsheet would run is text: %s',
    async (note) => {
      const { client } = await aCore()
      await client.cash.record(
        aCashRecord({ what: 'business expense', wallet: '1101', account: '6207', amount: 12_500 }, { note }),
      )
      const { text } = await client.ledger.exportJournal({ format: 'csv' })
      expect(rowsOf(text)[0]!.label).toMatch(/^'/)
      expect(rowsOf(text)[0]!.day).toBe('2026-11-22')
    },
  )
})

describe('CSV that Excel opens by a double click in Indonesia', () => {
  test('begins with the UTF-8 mark, splits at semicolons, speaks the language of the shop, and runs nothing', async () => {
    const { client } = await aCore()
    const note = '=HYPERLINK("x"); kain 🧵, 3 m'
    await client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '6207', amount: 12_500 }, { note }),
    )
    const { text, name, mediaType } = await client.ledger.exportJournal({ format: 'excel', book: 'usaha' })
    expect([name, mediaType]).toEqual(['jurnal-usaha-2026-11.csv', 'text/csv'])
    expect(Buffer.from(text, 'utf8').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true, delimiter: ';' })
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ Tanggal: '2026-11-22', Dokumen: `'${note}`, Debit: '12500', Kredit: '0' })
  })
})

test('an empty shop exports an empty journal', async () => {
  const { client } = await aCore()
  expect(await client.ledger.exportJournal({ format: 'csv' })).toMatchObject({ name: 'jurnal.csv', entries: 0 })
})

test('a journal longer than one handful is exported whole', async () => {
  const { client, doors } = await aCore()
  await manyPosted(
    doors,
    Array.from({ length: 1100 }, () => ({ day: '2026-11-02', lines: { 1101: 100, 4103: -100 } })),
  )
  const { text, entries } = await client.ledger.exportJournal({ format: 'csv' })
  expect(entries).toBe(1100)
  expect(text.trim().split('\r\n')).toHaveLength(2201)
})
