import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { FeeRuleDraft } from '../../src-shared/settlements/settlements.contract.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aStatement } from '../builders/a-release.ts'
import { balanceOf } from '../builders/books.ts'

const DAY = 24 * 3_600_000
const MANY = 600

/** A shop of which many releases name a fee that nobody mapped. */
async function aShopWithAFee() {
  const shop = await aCore()
  const { client, core, clock, doors } = shop
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  clock.now = SUNDAY + 10 * DAY
  await client.settings.confirmClock()
  const settlements = Array.from({ length: MANY }, (_, index) =>
    aStatement(
      '',
      `2026-11-${String(23 + (index % 7))}`,
      { 'Iuran Baru': -700 - index },
      {
        kind: 'adjustment',
        reference: `A${index}`,
      },
    ),
  )
  await core.takeInSettlements(shopId, { name: 'penghasilan', at: clock.now, settlements })
  const total = settlements.reduce((sum, { released }) => sum - released, 0)
  const rule: FeeRuleDraft = {
    id: newId(),
    channel: 'shopee',
    name: 'Iuran Baru',
    choice: 'service',
    from: '2026-11-01',
  }
  return {
    ...shop,
    total,
    rule,
    save: () => client.settlements.rules.save(rule),
    underWay: async () => {
      for (;;) {
        const found = (await client.work.underWay()).find(({ kind }) => kind === 'fee rule')
        if (found) return found
        await new Promise((waited) => setTimeout(waited, 1))
      }
    },
    standsIn: () => ({ '6119': balanceOf(doors, '6119'), '6102': balanceOf(doors, '6102') }),
    digest: async () => {
      const { findings, digest } = await client.ledger.verify()
      expect(findings.filter(({ ok }) => !ok)).toEqual([])
      return digest
    },
  }
}

test('a rule that many releases follow is kept while others are served, and does what was foretold', async () => {
  const { client, rule, save, underWay, standsIn, total } = await aShopWithAFee()
  expect(standsIn()).toEqual({ '6119': total, '6102': 0 })
  const foretold = await client.settlements.rules.preview(rule)
  const saving = save()
  expect(await underWay()).toMatchObject({ about: 'Iuran Baru', total: MANY })
  await client.channels.shops.save({ id: newId(), channel: 'tiktok', name: 'Ratna Live' })
  expect(await saving).toEqual({ ...foretold, wasStopped: false })
  expect(foretold).toMatchObject({ settlements: MANY, amount: -total, profit: 0 })
  expect(standsIn()).toEqual({ '6119': 0, '6102': total })
})

test('Batal leads back, the rule that had given way stands again, and the same draft may be sent once more', async () => {
  const { client, rule, save, underWay, standsIn, total, digest } = await aShopWithAFee()
  const earlier = { ...rule, id: newId(), choice: 'ads' } as const
  await client.settlements.rules.save(earlier)
  const before = await digest()

  const saving = save()
  const { id } = await underWay()
  expect(await client.work.stop({ id })).toEqual({ stopped: 'going back' })
  expect(await saving).toEqual({ settlements: 0, amount: 0, entries: 0, profit: 0, wasStopped: true })
  expect(await digest()).toBe(before)
  expect((await client.settlements.rules.list()).map((each) => each.id)).toEqual([earlier.id])

  expect(await save()).toMatchObject({ settlements: MANY, wasStopped: false })
  expect(standsIn()).toEqual({ '6119': 0, '6102': total })
})

test('taking a rule back is stopped on its way as well: then it still counts', async () => {
  const { client, rule, save, underWay, standsIn, total, digest } = await aShopWithAFee()
  await save()
  const kept = await digest()
  const undoing = client.settlements.rules.undo({ id: rule.id })
  expect(await client.work.stop({ id: (await underWay()).id })).toEqual({ stopped: 'going back' })
  expect(await undoing).toMatchObject({ wasStopped: true })
  expect(await digest()).toBe(kept)
  expect(await client.settlements.rules.undo({ id: rule.id })).toMatchObject({ settlements: MANY, wasStopped: false })
  expect(standsIn()).toEqual({ '6119': total, '6102': 0 })
})

test('a rule that the power cut off is whole when the shop is open again', async () => {
  const { client, rule, save, underWay, doors, folder, digest } = await aShopWithAFee()
  const saving = save()
  await underWay()
  const file = join(folder, 'cut-off.sqlite')
  for (const part of ['', '-wal']) copyFileSync(`${doors.raw.name}${part}`, `${file}${part}`)
  await saving
  const whole = await digest()
  const reopened = await aCore({ file, setUp: false })
  expect(await reopened.client.work.underWay()).toEqual([])
  expect(await reopened.client.ledger.verify()).toMatchObject({ ok: true, digest: whole })
  expect((await client.settlements.rules.list()).map(({ id }) => id)).toEqual([rule.id])
})
