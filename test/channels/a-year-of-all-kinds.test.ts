import { describe, expect, test } from 'vitest'
import { SOUND_FILES } from '../builders/a-file-of-each-kind.ts'
import { filesOfMonth } from '../builders/a-year-of-files.ts'
import { hasHledger, why } from '../builders/hledger.ts'
import { agreesWithHledger, aShopOfAllKinds } from './a-shop-of-all-kinds.ts'

describe.skipIf(!hasHledger)(`hledger agrees with neraca and laba rugi${why}`, () => {
  test('after a year of every kind of file, the bank answered and one month taken back', {
    timeout: 240_000,
  }, async () => {
    const shop = await aShopOfAllKinds('2026-01-01')
    const told = new Set<string>()
    for (let month = 1; month <= 10; month++) {
      const { shopee, tiktok, bank } = filesOfMonth(month)
      // the bank sometimes comes first
      const files = month % 2 === 0 ? [bank, ...shopee, ...tiktok] : [...shopee, ...tiktok, bank]
      for (const file of files) told.add(await shop.take(file))
    }
    for (const { kind, name, bytes } of SOUND_FILES)
      if (kind !== 'bank statement') await shop.take({ name: `${kind} ${name}`, bytes })
    expect([...told].sort()).toEqual(['bank', 'orders', 'returns', 'settlements', 'wallet'])
    await shop.answerTheBank()
    const whole = await agreesWithHledger(shop)
    expect(whole.months.length).toBeGreaterThanOrEqual(10)

    const [last] = (await shop.client.channels.files.history({})).rows.filter(({ fileName }) =>
      fileName.includes('2026-05'),
    )
    for await (const _ of await shop.client.channels.files.withdraw({ importId: last!.id }));
    const { entries } = await agreesWithHledger(shop)
    expect(entries).toBeGreaterThan(whole.entries)
    expect((await shop.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  })
})
