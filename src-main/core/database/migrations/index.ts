import type { Database } from 'better-sqlite3'
import * as m0001 from './0001-the-shop-has-its-ledgers.ts'
import * as m0002 from './0002-the-shop-can-be-restored.ts'
import * as m0003 from './0003-lists-of-products-tell-of-goods.ts'
import * as m0004 from './0004-people-sign-in.ts'
import * as m0005 from './0005-orders-know-their-shop-front.ts'
import * as m0006 from './0006-shops-are-connected.ts'
import * as m0007 from './0007-channels-tell-of-returns-and-money.ts'
import * as m0008 from './0008-what-was-done-stays-provable.ts'
import * as m0009 from './0009-shops-are-of-a-class.ts'
import * as m0010 from './0010-stock-goes-out-to-channels.ts'
import * as m0011 from './0011-buyers-can-be-forgotten.ts'
import * as m0012 from './0012-listings-are-written-here.ts'
import * as m0013 from './0013-goods-that-ran-out.ts'
import * as m0014 from './0014-lines-are-sent-as-other-goods.ts'
import * as m0015 from './0015-listings-have-prepared-versions.ts'
import * as m0016 from './0016-listings-have-brands.ts'
import * as m0017 from './0017-goods-are-bounded.ts'
import * as m0018 from './0018-what-was-sold-without-cost.ts'
import * as m0019 from './0019-adjustments-are-found.ts'

/** One step of the schema, from the version before it to `number`. It runs inside a transaction of its own. */
export interface Migration {
  number: number
  name: string
  /** SQL, code, or both: whatever brings the rows along. Foreign keys are checked once, at its end. */
  run(raw: Database): void
}

const inSql = (number: number, { name, sql }: { name: string; sql: string }): Migration => ({
  number,
  name,
  run: (raw) => raw.exec(sql),
})

const inCode = (number: number, migration: Omit<Migration, 'number'>): Migration => ({ number, ...migration })

/** In order of number; a shipped migration never changes. `number` is the file's `user_version` afterwards. */
export const migrations: readonly Migration[] = [
  inSql(1, m0001),
  inSql(2, m0002),
  inSql(3, m0003),
  inSql(4, m0004),
  inSql(5, m0005),
  inSql(6, m0006),
  inSql(7, m0007),
  inCode(8, m0008),
  inSql(9, m0009),
  inSql(10, m0010),
  inSql(11, m0011),
  inSql(12, m0012),
  inSql(13, m0013),
  inSql(14, m0014),
  inSql(15, m0015),
  inSql(16, m0016),
  inSql(17, m0017),
  inSql(18, m0018),
  inSql(19, m0019),
]
