import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onSnapshot } from '../../src-main/core/database/connection.ts'
import { latestVersion } from '../../src-main/core/database/migrate.ts'
import { endStateDigest } from '../../src-main/core/ledger/verifier/end-state.ts'
import { verifyShop } from '../../src-main/core/ledger/verifier/verify-shop.ts'
import { roomChecks } from '../../src-main/core/room-checks.ts'
import { EVERYDAY } from '../../src-shared/ledger/account-name.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aMonthOfBatikRatna } from '../builders/a-month-of-batik-ratna.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { aShopOfVersion } from '../builders/a-shop-of-version.ts'
import { aTamperedCopy } from '../builders/a-tampered-copy.ts'
import { anOrder } from '../builders/an-order.ts'
import { openingStock } from '../builders/books.ts'

const CHAIN = 'Rantai sidik jurnal utuh'
const BALANCED = 'Setiap jurnal seimbang, dalam buku dan harinya sendiri'
const BALANCES = 'Saldo harian dan bulanan sama dengan jumlah jurnal'
const WALL = 'Batas usaha dan rumah sama di kedua buku'
const STOCK = 'Stok sama dengan jumlah gerak stok dan reservasi'
const VALUE = 'Nilai persediaan di buku sama dengan nilai di rak'
const AVERAGE = 'Harga pokok rata-rata sama dengan hitungan ulang tiap SKU'
const UNCOSTED = 'Daftar "HPP belum diisi" sama dengan hitungan ulang'
const RETURNS = 'Daftar retur yang ditunggu sama dengan pesanannya'
const ORDERS = 'Jumlah pesanan dan omzet harian sama dengan hitungan ulang'
const FILE = 'Berkas data sehat'

/** What the verifier finds wrong in a changed copy, by check. */
async function faultsAfter(change: string, ...values: unknown[]) {
  const { doors, folder } = await aShopWithGoods()
  return faultsIn(aTamperedCopy(doors, folder, change, ...values))
}
async function faultsIn(file: string): Promise<Record<string, string>> {
  const { findings } = await verifyShop((work) => onSnapshot(file, work), roomChecks, SUNDAY, EVERYDAY)
  return Object.fromEntries(findings.filter(({ ok }) => !ok).map(({ check, detail }) => [check, detail]))
}

/** Nine times the owner took money home, and five shirts stand on the shelf, two of them promised. */
async function aShopWithGoods() {
  const shop = await aCore()
  for (let day = 1; day <= 9; day++)
    await shop.client.cash.record(
      aCashRecord(
        { what: 'take home', wallet: '1101', householdWallet: '9110', amount: day * 10_000 },
        { day: `2026-11-0${day}` },
      ),
    )
  shop.doors.raw.exec(`
    INSERT INTO product (id, name, created_at, updated_at) VALUES ('p', 'Kemeja', 0, 0);
    INSERT INTO variant (id, product_id, sku) VALUES ('v', 'p', 'KMJ-M');
    INSERT INTO reservation VALUES ('order', 'o', 'reserve/1', 'v', 2);
  `)
  await openingStock(shop.doors, 'v', 5, 61_500)
  return shop
}

/** Three blouses left without anyone knowing what they cost. */
async function aShopThatSoldUnknown() {
  const desk = await aReturnsDesk()
  await desk.takeIn(
    anOrder()
      .withLine('BLS-TRT-M', 3)
      .inTransit(SUNDAY - 3_600_000),
  )
  return desk
}

describe('a shop that was only ever changed through Lumbung', () => {
  test('verifies, says what was counted, and remembers when', async () => {
    const { client } = await aShopWithGoods()
    const report = await client.ledger.verify()
    expect(report.findings.map(({ check, ok, counted, detail }) => [check, ok, counted, detail])).toEqual([
      [BALANCED, true, 19, ''],
      [CHAIN, true, 19, ''],
      [BALANCES, true, expect.any(Number), ''],
      [WALL, true, 9, ''],
      ['Rantai sidik gerak stok utuh', true, 1, ''],
      [STOCK, true, 1, ''],
      [VALUE, true, 1, ''],
      [AVERAGE, true, 1, ''],
      [UNCOSTED, true, 0, ''],
      [ORDERS, true, 0, ''],
      [RETURNS, true, 0, ''],
      ['Saldo kanal menurut berkas di samping pembukuan', true, 0, ''],
      ['Pencairan, piutang kanal per pesanan dan saldo kanal cocok', true, 3, ''],
      ['Tiap dokumen tercatat di kedua buku sebagaimana mestinya', true, 11, ''],
      ['Jejak kerja, daftar akun, periode tutup dan hak orang utuh', true, expect.any(Number), ''],
      ['Jawaban tindakan terakhir masih tersimpan dan cocok dengan jejaknya', true, 0, ''],
      ['Yang disegel (pembeli, berkas, label) utuh dan di barisnya sendiri', true, 0, ''],
      ['Segel di dalam berkas masih terpasang', true, 1, ''],
      [FILE, true, expect.any(Number), ''],
    ])
    expect(report.ok).toBe(true)
    expect((await client.settings.status()).lastVerified).toEqual({ at: SUNDAY, ok: true, differing: [] })
  })

  test('of the Lumbung before, as a backup is made before it is brought along, has the seals of that one', async () => {
    const { doors } = await aShopWithGoods()
    const older = await faultsIn(aShopOfVersion(doors, latestVersion - 1))
    expect(older).toEqual({})
  })

  test('speaks the language of the shop', async () => {
    const { client } = await aCore()
    await client.settings.change({ language: 'en' })
    expect((await client.ledger.verify()).findings[1]!.check).toBe('The chain of entry hashes is whole')
  })
})

describe('somebody changed the file behind its back', () => {
  test('one rupiah of one line: four checks name it', async () => {
    const faults = await faultsAfter("UPDATE posting SET amount = amount + 1 WHERE entry_id = 7 AND account = '3201'")
    expect(faults[BALANCED]).toBe('Jurnal 7 tidak seimbang Rp1.')
    expect(faults[CHAIN]).toBe('Jurnal 7 tidak cocok dengan sidiknya.')
    expect(faults[BALANCES]).toContain(
      'Buku usaha, akun 3201, 2026-11-04: tercatat D Rp40.000 K Rp0, hitungan ulang D Rp40.001 K Rp0.',
    )
    expect(faults[WALL]).toMatch(/^Kejadian .*: akun 3201 dan 9401 selisih Rp1\.$/)
  })

  test('a line moved to another account of another book', async () => {
    const faults = await faultsAfter("UPDATE posting SET account = '9110' WHERE entry_id = 7 AND account = '1101'")
    expect(faults[BALANCED]).toBe('Jurnal 7 memuat akun 9110 dari buku lain.')
    expect(Object.keys(faults)).toContain(CHAIN)
  })

  test('a line moved to another day', async () => {
    const faults = await faultsAfter("UPDATE posting SET day = '2026-11-09' WHERE entry_id = 7 AND account = '1101'")
    expect(faults).toEqual({ [BALANCED]: 'Jurnal 7, akun 1101: tanggal barisnya lain.' })
  })

  test('an entry taken out whole, with its balances', async () => {
    const faults = await faultsAfter('DELETE FROM posting WHERE entry_id = 7; DELETE FROM entry WHERE id = 7')
    expect(faults[CHAIN]).toBe('Jurnal 7 hilang. Jurnal 8 tidak cocok dengan sidiknya.')
  })

  test('the last entry taken out', async () => {
    const faults = await faultsAfter('DELETE FROM posting WHERE entry_id = 19; DELETE FROM entry WHERE id = 19')
    expect(faults[BALANCES]).toContain('akun 1301')
  })

  test.each(['account_day', 'account_month'])('a sum in %s, by whatever amount', async (table) => {
    for (const amount of [5, 2 ** 52, 2 ** 53]) {
      const faults = await faultsAfter(`UPDATE ${table} SET credit = credit + ${amount} WHERE account = '1101'`)
      expect(Object.keys(faults), String(amount)).toContain(BALANCES)
      if (amount === 5) expect(Object.keys(faults)).toEqual([BALANCES])
    }
  })

  test('a sum that nobody posted', async () => {
    const faults = await faultsAfter("INSERT INTO account_month VALUES ('usaha', '4103', '2026-11', 0, 900)")
    expect(faults).toEqual({
      [BALANCES]: 'Buku usaha, akun 4103, 2026-11: tercatat D Rp0 K Rp900, hitungan ulang D Rp0 K Rp0.',
    })
  })

  test.each([
    ['on_hand = 6', { [STOCK]: 'KMJ-M, stok fisik: tercatat 6, hitungan ulang 5.' }],
    ['reserved = 1', { [STOCK]: 'KMJ-M, reservasi: tercatat 1, hitungan ulang 2.' }],
    [
      'value = 307501',
      {
        [STOCK]: 'KMJ-M, nilai: tercatat 307.501, hitungan ulang 307.500.',
        [VALUE]: 'Akun 1301 Rp307.500, nilai di rak Rp307.501.',
      },
    ],
  ])('a stock level: %s', async (change, faults) => {
    expect(await faultsAfter(`UPDATE stock_level SET ${change}`)).toEqual(faults)
  })

  test.each([
    [
      'value = value + 1',
      'KMJ-M, rata-rata: tercatat 5 pcs Rp307.501 sejak 2026-11-01, 0 gerak belum berharga, hitungan ulang 5 pcs Rp307.500 sejak 2026-11-01, 0 gerak belum berharga.',
    ],
    ['pieces = 4', 'KMJ-M, rata-rata: tercatat 4 pcs Rp307.500 sejak'],
    ['uncosted = 3', 'KMJ-M, rata-rata: tercatat 5 pcs Rp307.500 sejak 2026-11-01, 3 gerak belum berharga'],
    ["changed_day = '2026-11-09'", 'KMJ-M, rata-rata: tercatat 5 pcs Rp307.500 sejak 2026-11-09'],
    [
      'moved = moved - 1',
      'KMJ-M, batas nilai: tercatat 4 pcs bergerak, termahal Rp61.500 per pcs; hitungan ulang 5 pcs, Rp61.500.',
    ],
    [
      'dearest = 1',
      'KMJ-M, batas nilai: tercatat 5 pcs bergerak, termahal Rp1 per pcs; hitungan ulang 5 pcs, Rp61.500.',
    ],
  ])('the average that the next issue would take: %s', async (change, fault) => {
    const faults = await faultsAfter(`UPDATE moving_average SET ${change}`)
    expect(Object.keys(faults)).toEqual([AVERAGE])
    expect(faults[AVERAGE]).toContain(fault)
  })

  test('a cost of goods that the moving average does not give, balances and levels changed with it', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    await desk.takeIn(
      anOrder()
        .withLine('KMJ-LUK-L', 3)
        .inTransit(SUNDAY - 3_600_000),
    )
    const { doors, folder } = desk
    const faults = await faultsIn(
      aTamperedCopy(
        doors,
        folder,
        `UPDATE stock_level SET value = value - 7 WHERE variant_id = '${desk.ids['KMJ-LUK-L']}';
         UPDATE stock_movement SET cost = cost - 7 WHERE kind = 'issue'`,
      ),
    )
    expect(faults[AVERAGE]).toBe(
      'KMJ-LUK-L, 2026-11, harga pokok gerak stok: tercatat Rp279.993, hitungan ulang Rp280.000.',
    )
  })

  test.each(['uncosted_day', 'uncosted_month', 'uncosted_issue'])('goods without a cost, in %s', async (table) => {
    const shop = await aShopThatSoldUnknown()
    const faults = await faultsIn(aTamperedCopy(shop.doors, shop.folder, `UPDATE ${table} SET pieces = pieces + 1`))
    expect(faults[UNCOSTED]).toMatch(
      /^BLS-TRT-M, 2026-11(-22)?, keluar tanpa HPP: tercatat 4 pcs, hitungan ulang 3 pcs\./,
    )
    expect(Object.keys(faults)).toEqual([UNCOSTED])
    const emptied = await faultsIn(aTamperedCopy(shop.doors, shop.folder, `DELETE FROM ${table}`))
    expect(Object.keys(emptied)).toEqual([UNCOSTED])
  })

  test.each(['uncosted_sold', 'uncosted_sold_month'])('goods sold without a cost, in %s', async (table) => {
    const shop = await aShopThatSoldUnknown()
    await shop.takeIn(
      anOrder('260925SOLDNOCOST')
        .withLine('BLS-TRT-M', 2)
        .completed(SUNDAY - 3_600_000),
    )
    const faults = await faultsIn(aTamperedCopy(shop.doors, shop.folder, `UPDATE ${table} SET pieces = pieces + 1`))
    expect(faults).toEqual({
      [UNCOSTED]: expect.stringMatching(
        /^BLS-TRT-M, 2026-11(-22)?, keluar tanpa HPP: tercatat 3 pcs, hitungan ulang 2 pcs\./,
      ),
    })
  })

  test.each([
    [
      'UPDATE expected_return SET pieces = 3',
      'tercatat 3 pcs kembali, 0 sudah dicek, hitungan ulang 2 pcs kembali, 0 sudah dicek.',
    ],
    ['UPDATE expected_return SET since = since - 1', 'tercatat 2 pcs kembali'],
    ['UPDATE pieces_back SET pieces = 1', 'tercatat 2 pcs kembali'],
    ['DELETE FROM pieces_back', 'tercatat 2 pcs kembali'],
    ['DELETE FROM expected_return', 'tercatat tidak ada yang kembali, hitungan ulang 2 pcs kembali, 0 sudah dicek.'],
  ])('what is expected back: %s', async (change, fault) => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 2)
    await desk.takeIn(order.inTransit(SUNDAY - 3_600_000))
    await desk.takeIn(order.inTransit(SUNDAY - 3_600_000).cancelled(SUNDAY - 1_800_000))
    const faults = await faultsIn(aTamperedCopy(desk.doors, desk.folder, change))
    expect(Object.keys(faults)).toEqual([RETURNS])
    expect(faults[RETURNS]).toContain(`Pesanan ${order.number}: `)
    expect(faults[RETURNS]).toContain(fault)
  })

  test('goods taken out of the books but not off the shelf', async () => {
    const faults = await faultsAfter(
      "DELETE FROM posting WHERE entry_id = 19; DELETE FROM account_month WHERE account = '1301'",
    )
    expect(faults[VALUE]).toBe('Akun 1301 Rp0, nilai di rak Rp307.500.')
    expect(faults[BALANCED]).toBe('Jurnal 19 kurang dari dua baris.')
  })

  test('an order list or a day of sales that says more than its orders', async () => {
    const faults = await faultsAfter(`
      INSERT INTO shop (id, channel, name, created_at) VALUES ('S', 'shopee', 'Toko Ratna', 0);
      INSERT INTO order_tab_total VALUES ('done', 'completed', 'S', 1, 2, 215000);
      INSERT INTO sales_day VALUES ('2026-11-03', 'S', 1, 2, 250000, 35000)`)
    expect(faults).toEqual({
      [ORDERS]:
        'done/completed/Toko Ratna: tercatat 1 pesanan, 2 pcs, Rp215.000, hitungan ulang 0 pesanan, 0 pcs, Rp0. ' +
        '2026-11-03/Toko Ratna: tercatat 1 pesanan, 2 pcs, Rp250.000, hitungan ulang 0 pesanan, 0 pcs, Rp0.',
    })
  })

  test('an order that says more than its lines, although its list and its day say so too', async () => {
    const { doors, folder, takeIn } = await aShopThatSoldUnknown()
    const told = anOrder('261121LUMB9001').withLine('KMJ-LUK-L', 2)
    await takeIn(told)
    const one = 'gross_sales = gross_sales + 1'
    const file = aTamperedCopy(
      doors,
      folder,
      `UPDATE sales_order SET ${one} WHERE number = '${told.number}';
      UPDATE order_tab_total SET ${one} WHERE tab = 'to_ship';
      UPDATE sales_day SET ${one}`,
    )
    expect(await faultsIn(file)).toEqual({
      [ORDERS]: `${told.number}: tercatat 1 pesanan, 2 pcs, Rp250.001, hitungan ulang 1 pesanan, 2 pcs, Rp250.000.`,
    })
  })

  test('a row that points at nothing, a value its column forbids', async () => {
    const faults = await faultsAfter(`
      UPDATE variant SET product_id = 'gone';
      UPDATE stock_movement SET generation = 0`)
    expect(faults[FILE]).toContain('Tabel variant menunjuk baris product yang tidak ada.')
    expect(faults[FILE]).toContain('Tabel stock_movement: CHECK constraint failed in stock_movement.')
  })

  test('pages of the file overwritten, as a dying disk does: said, not thrown', async () => {
    const { doors, folder } = await aShopWithGoods()
    const file = aTamperedCopy(doors, folder, 'UPDATE posting SET amount = amount')
    const bytes = readFileSync(file)
    const page = doors.raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'posting'").pluck().get() as number
    const size = doors.raw.pragma('page_size', { simple: true }) as number
    writeFileSync(file, bytes.fill(0xff, (page - 1) * size, page * size))
    const faults = await faultsIn(file)
    expect(faults[CHAIN]).toContain('Sebagian berkas tidak terbaca')
    expect(faults[FILE]).toBeDefined()
  })

  test('so much that naming everything helps nobody: five are named and the rest counted', async () => {
    const faults = await faultsAfter('UPDATE entry SET memo_key = memo_key || memo_key')
    expect(faults[CHAIN]).toMatch(/^Jurnal 1 .*Jurnal 5 tidak cocok dengan sidiknya\. Masih ada 14 lagi\.$/)
  })

  test('any one value of any sealed entry: the chain names the entry', async () => {
    const { doors, folder } = await aMonthOfBatikRatna()
    const entries = doors.raw.prepare('SELECT count(*) FROM entry').pluck().get() as number
    const change = fc.constantFrom<[string, string]>(
      ['day', "UPDATE entry SET day = '2026-11-30' WHERE id = ?"],
      ['document kind', "UPDATE entry SET document_kind = 'magic' WHERE id = ?"],
      ['document', "UPDATE entry SET document_id = document_id || 'x' WHERE id = ?"],
      ['effect', "UPDATE entry SET effect = effect || '!' WHERE id = ?"],
      ['generation', 'UPDATE entry SET generation = generation + 1 WHERE id = ?'],
      ['what it reverses', 'UPDATE entry SET reverses = -1 WHERE id = ?'],
      ['pair', "UPDATE entry SET pair_id = coalesce(pair_id, '') || 'x' WHERE id = ?"],
      ['memo', "UPDATE entry SET memo_key = memo_key || ' ' WHERE id = ?"],
      ['facts of the memo', "UPDATE entry SET memo_facts = memo_facts || ' ' WHERE id = ?"],
      ['moment', 'UPDATE entry SET recorded_at = recorded_at - 1 WHERE id = ?'],
      ['book', "UPDATE entry SET book = CASE book WHEN 'usaha' THEN 'rumah' ELSE 'usaha' END WHERE id = ?"],
      ['hash', 'UPDATE entry SET hash = zeroblob(32) WHERE id = ?'],
      ['both sides of a sum', 'UPDATE posting SET amount = amount * 2 WHERE entry_id = ?'],
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: entries }), change, async (id, [, statement]) => {
        const faults = await faultsIn(aTamperedCopy(doors, folder, statement, id))
        expect(faults[CHAIN]).toContain(`Jurnal ${id} tidak cocok dengan sidiknya.`)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the digest of the end state', () => {
  const bought = (amount: number, day: string) =>
    aCashRecord({ what: 'business expense', wallet: '1101', account: '6207', amount }, { day })
  const digestOf = async ({ doors }: Awaited<ReturnType<typeof aCore>>) => doors.snapshot(endStateDigest)

  test('is the same for two shops that came to the same state on different ways', async () => {
    const straight = await aCore()
    await straight.client.cash.record(bought(1_000, '2026-11-02'))
    await straight.client.cash.record(bought(2_000, '2026-11-03'))

    const winding = await aCore()
    const mistaken = bought(9_999, '2026-11-03')
    await winding.client.cash.record(mistaken)
    const second = bought(5_000, '2026-11-03')
    await winding.client.cash.record(second)
    await winding.client.cash.record({ ...second, event: { ...second.event, amount: 2_000 } as typeof second.event })
    await winding.client.cash.record(bought(1_000, '2026-11-02'))
    await winding.client.cash.cancel({ id: mistaken.id, reason: 'salah ketik' })

    expect(await digestOf(winding)).toBe(await digestOf(straight))
    expect((await winding.client.ledger.verify()).digest).toBe(await digestOf(straight))
  })

  test('and another one when a single rupiah stands elsewhere', async () => {
    const shop = await aCore()
    await shop.client.cash.record(bought(1_000, '2026-11-02'))
    const before = await digestOf(shop)
    await shop.client.cash.record(bought(1, '2026-11-02'))
    expect(await digestOf(shop)).not.toBe(before)
  })
})
