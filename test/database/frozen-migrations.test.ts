import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../src-main/core/database/migrations/index.ts'

const folder = join(import.meta.dirname, '../../src-main/core/database/migrations')

/**
 * The SHA-256 of each migration's file as it stands in shops. A line here never changes: whatever a later Lumbung needs is a migration of the
 * next number, with a line of its own.
 */
const frozen: Record<string, string> = {
  '0001-the-shop-has-its-ledgers.ts': 'b6f16dd282dd9e76e071f51939fe711a13078e8040cad696ed13692d62553c2d',
  '0002-the-shop-can-be-restored.ts': 'c9b29ee8b205e8b8ce7294e59b14f83c3237ac93dc541c00f4f459316cfee248',
  '0003-lists-of-products-tell-of-goods.ts': '69c4fe408285bb48ec98c2dc3be8971c6e833a5f83965a2d772ed67ac38fbe11',
  '0004-people-sign-in.ts': 'f5686c3e9a343230a954cb2b382043ed5fc9d45e017132e02f2431e179a736ad',
  '0005-orders-know-their-shop-front.ts': 'f07e9293f4b5d23462542777261ed5f2eeaf7c4b7eff65ffeb7537bd04d15602',
  '0006-shops-are-connected.ts': '70928413b8d3e18023fbf269d6ccc58d7b7920e7be8ef71f09b8d7a71b351d91',
  '0007-channels-tell-of-returns-and-money.ts': 'ee6b7563a9922b7602869e815441b185b6a9745fa9ebfdb367d067bac7119b6c',
  '0008-what-was-done-stays-provable.ts': 'e1df59c6751873db48eb769b883c8cf833ea85aa9f298039306e7c0f3c2da167',
  '0009-shops-are-of-a-class.ts': '8b3ae4b565ee3c4b373f18f22ea559b77e8547a46f8dcb7d9c58ec55f1f9c86a',
  '0010-stock-goes-out-to-channels.ts': 'ddb55f1531660d59bbe4a8230b5bc04e0484e1a02d91ae79bbd6751b605be829',
  '0011-buyers-can-be-forgotten.ts': '5b23ed2571f31244e2dca92a042bb0720acda258d8a3d6b7946a1644860929c5',
  '0012-listings-are-written-here.ts': '65a3865d8d7432082bccae5579999e09422508f692340158f8867012c91fc1d7',
  '0013-goods-that-ran-out.ts': '694b8c1065bbe9540a9d1aac8e1582243b1e4f80d96414f74846d8b1effce6fe',
  '0014-lines-are-sent-as-other-goods.ts': 'ce0c42d9eb619f572bdf734352a77db57fc58e12a373122725bf51a206b10b9b',
  '0015-listings-have-prepared-versions.ts': '76596f7522039a66e378a58525a4c8d6575ba754ff40df712a768d4819eb9490',
  '0016-listings-have-brands.ts': '66d3c8ff1e492a780b1d4ad1e83fc17dc72fcbe5c7aaa335921ebdbbf11ae87b',
  '0017-goods-are-bounded.ts': '1d2079cd874f8b0d509a917f060dd290269caf9a98bad30ed9686d1c954a0358',
  '0018-what-was-sold-without-cost.ts': 'a4cd9e4afba1f0957b1ee4fe5ed44dc79ec490501fbbd60a8ada591fbd5755a1',
  '0019-adjustments-are-found.ts': '001b9f7f97bbb06fed37c2da26e5c53c71dda3a7977f5771ee2e412752ae5b31',
}

test('a migration that shops have been through never changes', () => {
  const files = readdirSync(folder).filter((file) => file !== 'index.ts')
  const digests = files.map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  ])
  expect(Object.fromEntries(digests)).toEqual(frozen)
})

test('migrations count from one without a gap, and each file is in use', () => {
  expect(migrations.map(({ number }) => number)).toEqual(Object.keys(frozen).map((_, at) => at + 1))
})
