import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { anchorIn, keepAnchor } from '../../src-main/core/backup/anchor.ts'
import { headsOf } from '../../src-main/core/database/heads.ts'
import { knownKeys } from '../../src-main/core/database/sealing.ts'
import { sealRest } from '../../src-main/core/privacy/seal-rest.ts'
import { verifyApart } from '../../src-main/core/verifying/verify-apart.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { EVERYDAY } from '../../src-shared/ledger/account-name.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aStatement } from '../builders/a-release.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { aTamperedCopy } from '../builders/a-tampered-copy.ts'
import { anOrder } from '../builders/an-order.ts'

const KEY = Buffer.alloc(32, 7)
const HOUR = 3_600_000

/** A shop in which something of everything was done, closed well, and anchored; each of its files may be changed anew. */
export async function aShopToTamper() {
  const shop = await aStockedShop()
  const { client, doors, core, take, receive, L, M, S } = shop
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: 3_000_000 }] })
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 12, unitCost: 98_500 }] })
  await receive(M, 10, 100_000)
  await receive(S, 4, 90_000, '2026-11-03')
  const sold = anOrder().withLine('KMJ-LUK-L', 2).with({ buyerNote: 'Jangan dilipat' })
  await take(
    sold.completed(SUNDAY - 100 * HOUR),
    anOrder()
      .withLine('KMJ-LUK-M')
      .inTransit(SUNDAY - 3 * HOUR),
    anOrder().withLine('KMJ-LUK-S').with({ buyerNote: 'Titip di pos satpam' }).toArrange(),
  )
  const { shop_id } = doors.raw.prepare('SELECT shop_id FROM sales_order LIMIT 1').get() as { shop_id: string }
  await core.takeInSettlements(shop_id, {
    name: 'penghasilan.xlsx',
    at: SUNDAY,
    settlements: [
      aStatement(sold.number, '2026-11-20', { 'Harga Asli Produk': 250_000, 'Biaya Administrasi': -15_000 }),
    ],
  })
  await client.cash.record(
    aCashRecord({ what: 'take home', wallet: '1101', householdWallet: '9110', amount: 150_000 }, { day: '2026-11-10' }),
  )
  await client.cash.record(
    aCashRecord({ what: 'business expense', wallet: '1101', account: '6207', amount: 42_000 }, { day: '2026-11-11' }),
  )
  await client.inventory.adjust({
    id: newId(),
    kind: 'damaged',
    day: '2026-11-12',
    note: 'Robek',
    lines: [{ variantId: M, pieces: 1 }],
  })
  const named = () => ({ context: { act: newId() } })
  await client.access.people.save({ id: newId(), name: 'Dewi', role: 'packer', isActive: true }, named())
  for (const amount of [21_000, 22_000, 23_000])
    await client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '6203', amount }, { day: '2026-11-12' }),
      named(),
    )
  await sealRest(doors)
  const folder = aFolder()
  const anchor = join(folder, 'lumbung.jangkar.json')
  keepAnchor(anchor, await headsOf(doors.read, SUNDAY), KEY)

  return {
    ...shop,
    anchor,
    /** What the verifier says of a copy changed by these statements, whose tail and seals the tamperer mended himself. */
    async saidAfter(change: string, { touchSeals = false, file = '' } = {}) {
      const copy = file || aTamperedCopy(doors, folder, touchSeals ? 'SELECT 1' : change)
      if (touchSeals) {
        const raw = new Sqlite(copy)
        raw.exec(change)
        raw.close()
      }
      const again = join(folder, 'lagi.sqlite')
      copyFileSync(copy, again)
      const heads = anchorIn(anchor, KEY)
      const report = await verifyApart({
        file: copy,
        copy: again,
        at: SUNDAY,
        naming: EVERYDAY,
        keys: knownKeys(),
        outside: {
          witnesses: heads === undefined ? [] : [{ name: 'jangkar', heads }],
          receipts: { folder: join(folder, 'none'), key: KEY, epoch: 0 },
        },
      })
      return report.findings.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`)
    },
  }
}

/** Takes an entry out with all that is told of it elsewhere, as somebody would who knows the tables. */
const withBalances = (change: string) => `${change};
  DELETE FROM account_day; DELETE FROM account_month;
  INSERT INTO account_day SELECT e.book, p.account, p.day, sum(max(p.amount, 0)), sum(max(-p.amount, 0))
    FROM posting p JOIN entry e ON e.id = p.entry_id GROUP BY e.book, p.account, p.day;
  INSERT INTO account_month SELECT book, account, substr(day, 1, 7), sum(debit), sum(credit) FROM account_day GROUP BY 1, 2, 3`
/** Two rows in which a value stands exchange it. */
const swapped = (table: string, key: string, column: string) => {
  const one = (how: 'min' | 'max') => `(SELECT ${how}(${key}) FROM ${table} WHERE ${column} <> '')`
  return `CREATE TEMP TABLE was AS SELECT ${key} AS k, ${column} AS v FROM ${table} WHERE ${key} IN (${one('min')}, ${one('max')});
    UPDATE ${table} SET ${column} = (SELECT v FROM was WHERE k <> ${table}.${key}) WHERE ${key} IN (SELECT k FROM was)`
}
const LAST_ENTRY = '(SELECT max(id) FROM entry)'
const LAST_MOVEMENT = '(SELECT max(id) FROM stock_movement)'
const EXPENSE = "(SELECT id FROM cash_record WHERE what = 'business expense' AND amount = 42000)"

/** Kinds of tampering with a raw handle: what is written, and what the verifier must name of it. */
export const TAMPERINGS: readonly (readonly [what: string, change: string, named: RegExp])[] = [
  ['an amount of a line', 'UPDATE posting SET amount = amount + 1 WHERE entry_id = 3', /Jurnal 3 /],
  [
    'both sides of an entry, balances along',
    withBalances('UPDATE posting SET amount = amount * 2 WHERE entry_id = 3'),
    /Jurnal 3 tidak cocok dengan sidiknya/,
  ],
  [
    'the account of a line, balances along',
    withBalances("UPDATE posting SET account = '6203' WHERE account = '6207'"),
    /tidak cocok dengan sidiknya/,
  ],
  ['the day of an entry', "UPDATE entry SET day = '2026-11-30' WHERE id = 4", /Jurnal 4 /],
  ['the day of a line', "UPDATE posting SET day = '2026-11-30' WHERE entry_id = 4", /Jurnal 4, /],
  ['the memo of an entry', "UPDATE entry SET memo_key = 'sale' WHERE id = 1", /Jurnal 1 tidak cocok/],
  ['the facts of a memo', "UPDATE entry SET memo_facts = '{}' WHERE id = 5", /Jurnal 5 tidak cocok/],
  [
    'who recorded an entry',
    "INSERT OR IGNORE INTO actor VALUES ('x', 'X'); UPDATE entry SET actor = 'x' WHERE id = 2",
    /Jurnal 2 tidak cocok/,
  ],
  ['when an entry was recorded', 'UPDATE entry SET recorded_at = recorded_at + 1 WHERE id = 2', /Jurnal 2 tidak cocok/],
  ['the document of an entry', "UPDATE entry SET document_id = 'lain' WHERE id = 4", /Jurnal 4 /],
  ['the effect of an entry', "UPDATE entry SET effect = effect || 'x' WHERE id = 4", /Jurnal 4 /],
  ['the generation of an entry', 'UPDATE entry SET generation = 9 WHERE id = 4', /Jurnal 4 /],
  ['the hash of an entry', 'UPDATE entry SET hash = zeroblob(32) WHERE id = 4', /Jurnal 4 /],
  [
    'an entry taken out, balances along',
    withBalances('DELETE FROM posting WHERE entry_id = 4; DELETE FROM entry WHERE id = 4'),
    /Jurnal 4 hilang/,
  ],
  [
    'the last entry taken out, balances along',
    withBalances(`DELETE FROM posting WHERE entry_id = ${LAST_ENTRY}; DELETE FROM entry WHERE id = ${LAST_ENTRY}`),
    /ujung berkas terpotong/,
  ],
  [
    'two entries that change places',
    'UPDATE entry SET hash = (SELECT hash FROM entry e WHERE e.id = 3) WHERE id = 4',
    /Jurnal 4 /,
  ],
  [
    'a line more',
    "INSERT INTO posting (entry_id, account, amount, day) VALUES (3, '1101', 5, '2026-11-02')",
    /Jurnal 3 /,
  ],
  ['a balance of a day', 'UPDATE account_day SET debit = debit + 5', /tercatat/],
  ['a balance of a month', 'UPDATE account_month SET credit = credit + 5', /tercatat/],
  ['a balance taken out', "DELETE FROM account_day WHERE account = '1101'", /1101/],
  ['the pieces of a movement', 'UPDATE stock_movement SET pieces = pieces + 1 WHERE id = 2', /Gerak stok 2 /],
  [
    'the pieces of a movement, level and average along',
    'UPDATE stock_movement SET pieces = pieces + 1, costed = costed + 1 WHERE id = 2; UPDATE stock_level SET on_hand = on_hand + 1, costed = costed + 1 WHERE variant_id = (SELECT variant_id FROM stock_movement WHERE id = 2); UPDATE moving_average SET pieces = pieces + 1 WHERE variant_id = (SELECT variant_id FROM stock_movement WHERE id = 2)',
    /Gerak stok 2 /,
  ],
  ['the cost of a movement', 'UPDATE stock_movement SET cost = cost + 7 WHERE id = 1', /Gerak stok 1 /],
  ['the day of a movement', "UPDATE stock_movement SET day = '2026-11-30' WHERE id = 1", /Gerak stok 1 /],
  ['the moment of a movement', 'UPDATE stock_movement SET at = at + 1 WHERE id = 1', /Gerak stok 1 /],
  ['the kind of a movement', "UPDATE stock_movement SET kind = 'opening' WHERE id = 2", /Gerak stok 2 /],
  [
    'the goods of a movement',
    'UPDATE stock_movement SET variant_id = (SELECT variant_id FROM stock_movement WHERE id = 1) WHERE id = 2',
    /Gerak stok 2 /,
  ],
  ['the document of a movement', "UPDATE stock_movement SET document_id = 'lain' WHERE id = 2", /Gerak stok 2 /],
  ['the basis of a movement', "UPDATE stock_movement SET basis = 'average' WHERE id = 2", /Gerak stok 2 /],
  ['the hash of a movement', 'UPDATE stock_movement SET hash = NULL WHERE id = 2', /Gerak stok 2 /],
  ['a movement taken out', 'DELETE FROM stock_movement WHERE id = 2', /Gerak stok 2 hilang/],
  [
    'the last movement taken out, level along',
    `UPDATE stock_level SET on_hand = on_hand - (SELECT pieces FROM stock_movement WHERE id = ${LAST_MOVEMENT}) WHERE variant_id = (SELECT variant_id FROM stock_movement WHERE id = ${LAST_MOVEMENT}); DELETE FROM stock_movement WHERE id = ${LAST_MOVEMENT}`,
    /Gerak stok \d+ .*terpotong/,
  ],
  ['a stock level', 'UPDATE stock_level SET on_hand = on_hand + 1', /KMJ-LUK-/],
  [
    'a reservation taken out, level along',
    'DELETE FROM reservation; UPDATE stock_level SET reserved = 0',
    /reservasi tidak seperti/,
  ],
  [
    'a reservation of more pieces, level along',
    'UPDATE reservation SET pieces = 3; UPDATE stock_level SET reserved = 3 WHERE reserved = 1',
    /reservasi tidak seperti/,
  ],
  ['an average', 'UPDATE moving_average SET value = value + 1', /rata-rata/],
  ['the price of a purchase', 'UPDATE purchase_line SET price = price - 10000', /tidak seperti isi dokumennya/],
  ['the pieces of a purchase', 'UPDATE purchase_line SET pieces = pieces + 1', /tidak seperti isi dokumennya/],
  ['what was paid of a purchase', 'UPDATE purchase SET discount = discount + 1000', /tidak seperti isi dokumennya/],
  ['the day of a purchase', "UPDATE purchase SET day = '2026-11-04'", /tidak seperti isi dokumennya/],
  ['a purchase marked as cancelled', 'UPDATE purchase SET cancelled_at = 1', /tidak seperti isi dokumennya/],
  [
    'the amount of a cash record',
    `UPDATE cash_record SET record = json_replace(record, '$.amount', 43000, '$.event.amount', 43000), amount = 43000 WHERE id = ${EXPENSE}`,
    /tidak seperti isi dokumennya|tidak bisa dihitung ulang/,
  ],
  [
    'the day of a cash record',
    `UPDATE cash_record SET day = '2026-11-13' WHERE id = ${EXPENSE}`,
    /tidak seperti isi dokumennya/,
  ],
  ['a cash record taken out', `DELETE FROM cash_record WHERE id = ${EXPENSE}`, /menunjuk dokumen yang tidak ada/],
  [
    'a cash record that cannot be read',
    `UPDATE cash_record SET record = '[]' WHERE id = ${EXPENSE}`,
    /tidak bisa dihitung ulang|tidak seperti/,
  ],
  [
    'the price of a sold line',
    'UPDATE order_line SET list_price = list_price + 1000, price = price + 1000',
    /tidak seperti isi dokumennya/,
  ],
  ['the pieces of a sold line', 'UPDATE order_line SET pieces = pieces + 1', /tidak seperti isi dokumennya/],
  [
    'an order that is said to have left',
    'UPDATE sales_order SET shipped_at = 1795000000000, left_at = 1795000000000',
    /Pesanan|pesanan|tidak seperti|\d{6}/,
  ],
  ['the totals of an order', 'UPDATE sales_order SET gross_sales = gross_sales + 1', /tercatat/],
  ['an order list', 'UPDATE order_tab_total SET orders = orders + 1', /tercatat/],
  ['a day of sales', 'UPDATE sales_day SET gross_sales = gross_sales + 1', /tercatat/],
  ['the amount of a released line', 'UPDATE settlement_line SET amount = amount + 1', /Pencairan/],
  ['a release', 'UPDATE settlement SET released = released + 1', /Pencairan/],
  [
    'the damaged pieces of an adjustment',
    'UPDATE stock_adjustment_line SET pieces = -2',
    /tidak seperti isi dokumennya/,
  ],
  ['the day of an adjustment', "UPDATE stock_adjustment SET day = '2026-11-13'", /tidak seperti isi dokumennya/],
  ['an opening balance', 'UPDATE opening_balance SET amount = amount + 1', /Saldo awal akun 1101/],
  ['the opening stock', 'UPDATE opening_stock SET unit_cost = unit_cost + 1', /tidak seperti isi dokumennya/],
  [
    'the name of an account',
    "UPDATE account SET own_name = 'Kas lain' WHERE code = '1101'",
    /Akun 1101 diubah di luar Lumbung: own_name/,
  ],
  ['the line of an account', "UPDATE account SET line = 'x' WHERE code = '6207'", /Akun 6207/],
  [
    'an account more',
    "INSERT INTO account (code, book, name, name_en, normal, kind, line, is_cash, roles) VALUES ('1199', 'usaha', 'Kas gelap', 'Dark', 'D', 'asset', 'x', 1, '[]')",
    /Akun 1199 ditambah/,
  ],
  [
    'an account taken out',
    "DELETE FROM account WHERE code = (SELECT max(code) FROM account WHERE book = 'usaha')",
    /Akun \d+ dihapus/,
  ],
  [
    'a closed period opened',
    "INSERT INTO period_lock (closed_through, reason, at) VALUES ('2026-10-31', 'x', 0)",
    /Tutup periode 1 ditambah/,
  ],
  [
    'the role of a person',
    "UPDATE person SET role = 'manager' WHERE id <> 'owner'",
    /Hak orang .* role packer → manager/,
  ],
  [
    'the password of the owner',
    "UPDATE person SET secret = 'scrypt' WHERE id = 'owner'",
    /Hak orang owner .*kata sandi atau PIN\./,
  ],
  [
    'the day the books begin',
    `UPDATE setting SET value = '"2026-11-05"' WHERE name = 'startDay'`,
    /Setelan Hari mulai pembukuan/,
  ],
  ['the zone of the shop', `UPDATE setting SET value = '"WIT"' WHERE name = 'zone'`, /Setelan Zona waktu/],
  [
    'a restore that never was',
    "INSERT INTO restore (epoch, at, backup_id, backup_at, replayed, not_replayed) VALUES (1, 0, 'x', 0, 0, '[]')",
    /Pemulihan 1 ditambah/,
  ],
  ['who did what, in the trail', "UPDATE trail SET about = '[]' WHERE seq = 5", /Jejak 5 tidak cocok/],
  ['a line of the trail taken out', 'DELETE FROM trail WHERE seq = 5', /Jejak 5 hilang/],
  ['the end of the trail taken out', 'DELETE FROM trail WHERE seq > (SELECT max(seq) - 3 FROM trail)', /terpotong/],
  ['the trail emptied', 'DELETE FROM trail', /terpotong/],
  [
    'two buyers whose sealed names change places',
    swapped('order_recipient', 'order_id', 'name'),
    /Nama penerima pesanan \d{6}\w+: segelnya tidak cocok/,
  ],
  [
    'a sealed address put in the place of a phone',
    'UPDATE order_recipient SET phone = address',
    /Telepon penerima pesanan .*: segelnya tidak cocok/,
  ],
  [
    'a bit of a sealed phone',
    "UPDATE order_recipient SET phone = substr(phone, 1, 60) || CASE substr(phone, 61, 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(phone, 62)",
    /Telepon penerima pesanan .*: segelnya tidak cocok/,
  ],
  [
    'a buyer written in the open',
    "UPDATE order_recipient SET name = 'Orang Lain'",
    /Nama penerima pesanan .*: ditulis tanpa segel/,
  ],
  [
    'notes of two buyers that change places',
    swapped('sales_order', 'id', 'buyer_note'),
    /Catatan pembeli di pesanan .*: segelnya tidak cocok/,
  ],
  ['answers of acts emptied', 'DELETE FROM act', /Jawaban tindakan di jejak \d+ dihapus/],
  [
    'an answer of an act taken out',
    'DELETE FROM act WHERE seq = (SELECT max(seq) FROM act)',
    /Jawaban tindakan di jejak \d+ dihapus/,
  ],
  [
    'who an answer was given to',
    "INSERT OR IGNORE INTO actor VALUES ('x', 'X'); UPDATE act SET actor = 'x' WHERE seq = 3",
    /Jawaban tindakan di jejak \d+ diubah/,
  ],
  [
    'what an answer was given for',
    "UPDATE act SET procedure = 'orders.list' WHERE seq = 3",
    /Jawaban tindakan di jejak \d+ diubah/,
  ],
  [
    'answers of two acts that change places',
    swapped('act', 'id', 'outcome'),
    /Jawaban yang disimpan untuk tindakan .*: segelnya tidak cocok/,
  ],
  [
    'how the key is wrapped',
    "UPDATE setting SET value = json_set(value, '$.byCode.sealed', 'AAAA') WHERE name = 'keyWraps'",
    /Kunci toko di dalam berkas diubah di luar Lumbung\./,
  ],
  [
    'how the key is wrapped taken out',
    "DELETE FROM setting WHERE name = 'keyWraps'",
    /Kunci toko di dalam berkas dihapus/,
  ],
  ['a row that points at nothing', "UPDATE variant SET product_id = 'gone'", /menunjuk baris product/],
]

/** Changes of the seals themselves. */
export const BROKEN_SEALS: readonly (readonly [what: string, change: string, named: RegExp])[] = [
  ['a seal taken off', 'DROP TRIGGER entry_fixed', /trigger entry_fixed hilang/],
  [
    'a seal that seals nothing',
    'DROP TRIGGER movement_fixed; CREATE TRIGGER movement_fixed BEFORE UPDATE ON stock_movement BEGIN SELECT 1; END',
    /trigger movement_fixed diubah/,
  ],
  [
    'a trigger of a stranger',
    'CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN SELECT 1; END',
    /trigger quiet bukan dari Lumbung/,
  ],
  ['an index taken off', 'DROP INDEX stock_card', /index stock_card hilang/],
  ['a table of a stranger', 'CREATE TABLE guest (x)', /table guest bukan dari Lumbung/],
]
