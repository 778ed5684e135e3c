import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-main/core/database/open.ts'
import { ANSWERS, aCore } from '../builders/a-core.ts'
import { everyAct } from '../builders/every-act.ts'

type Shop = Awaited<ReturnType<typeof aCore>>

/** Every row of every table, but for who and when. */
const rows = ({ doors }: Pick<Shop, 'doors'>) => {
  const tables = doors.raw
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables
      .filter((name) => !['act', 'setting', 'opening'].includes(name))
      .map((name) => [name, doors.raw.prepare(`SELECT * FROM "${name}"`).all()]),
  )
}
const seals = ({ doors }: Pick<Shop, 'doors'>) =>
  doors.raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").all()

test('a shop begun again is a new one, settings of the person stay, and all that was there lies in a copy that opens', async () => {
  const shop = await everyAct()
  const { client, doors } = shop
  for (const asked of Object.values(shop.acts).slice(0, 25)) await asked()
  await client.settings.change({ language: 'en', labelSize: 'A6' })
  const [before, sealed] = [rows(shop), seals(shop)]

  await expect(client.settings.beginAgain({ businessName: 'Batik' })).rejects.toMatchObject({
    code: 'SHOP_NAME_DIFFERS',
  })
  expect(rows(shop)).toEqual(before)

  const { kept } = await client.settings.beginAgain({ businessName: ANSWERS.businessName })
  const young = await aCore({ setUp: false })
  // who did what stays known
  const { trail, ...empty } = rows(shop)
  const { trail: _, ...fresh } = rows(young)
  expect(empty).toEqual(fresh)
  expect(trail!.length).toBeGreaterThan(before.trail!.length)
  expect(seals(shop)).toEqual(sealed)
  expect(doors.raw.pragma('foreign_key_check')).toEqual([])
  expect(await client.settings.get()).toMatchObject({
    isSetUp: false,
    businessName: '',
    language: 'en',
    labelSize: 'A6',
  })
  expect(await client.settings.status()).toMatchObject({ keptBeforeEmptying: kept, isSettlingUnfinished: false })

  const copy = openDatabase(kept)
  expect(rows({ doors: copy })).toEqual(before)
  copy.close()

  await client.settings.setUp({ ...ANSWERS, businessName: 'Batik Ratna Baru' })
  expect(await client.ledger.verify()).toMatchObject({ ok: true })
  expect(await client.orders.tabs()).toEqual(await young.client.orders.tabs())
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
})

test('cut off before its end, nothing of the shop is gone', async () => {
  const shop = await aCore()
  await shop.client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
  const before = rows(shop)
  // the last thing that emptying does
  shop.doors.raw.exec(
    "CREATE TRIGGER cut BEFORE INSERT ON setting WHEN NEW.name = 'keptBeforeEmptying' BEGIN SELECT RAISE(ABORT, 'cut'); END",
  )
  await expect(shop.client.settings.beginAgain({ businessName: ANSWERS.businessName })).rejects.toThrow()
  expect(rows(shop)).toEqual(before)
  expect(readdirSync(dirname(shop.doors.raw.name)).filter((name) => name.endsWith('.part'))).toEqual([])
  shop.doors.raw.exec('DROP TRIGGER cut')
  expect(await shop.client.ledger.verify()).toMatchObject({ ok: true })
})
