import { expect, test } from 'vitest'
import { aShelf, SHIRT } from '../builders/a-shelf.ts'

/** What a bug (or a person with a SQL prompt) might try. Every sentence here is refused by SQLite itself. */
async function sealedBooks() {
  const shelf = await aShelf()
  await shelf.receive('PB-1', 10, 100_000)
  await shelf.issue('A', 2)
  const { raw } = shelf.doors
  const digest = () =>
    JSON.stringify(
      ['entry', 'posting', 'stock_movement', 'period_lock', 'account_day', 'account_month', 'stock_level'].map(
        (table) => shelf.all(`SELECT * FROM ${table}`),
      ),
    )
  return {
    ...shelf,
    raw,
    /** Tries `statements` in one transaction; they must fail with `why` and leave everything as it was. */
    refuses: (why: RegExp, ...statements: string[]) => {
      const before = digest()
      expect(() => raw.transaction(() => statements.forEach((statement) => void raw.exec(statement)))()).toThrow(why)
      expect(digest()).toBe(before)
    },
    accepts: (...statements: string[]) =>
      raw.transaction(() => statements.forEach((statement) => void raw.exec(statement)))(),
  }
}

const line = (entry: number | string, account: string, amount: number | string, day = '2026-11-01') =>
  `INSERT INTO posting (entry_id, account, amount, day) VALUES (${entry}, '${account}', ${amount}, '${day}')`
const entry = (id: number | 'NULL', { book = 'usaha', day = '2026-11-01', effect = 'attack', how = 'INSERT' } = {}) =>
  `${how} INTO entry (id, book, day, document_kind, document_id, effect, generation, memo_key, memo_facts, recorded_at, hash)
   VALUES (${id}, '${book}', '${day}', 'order', 'X', '${effect}', 1, 'sale', '{}', 0, zeroblob(32))`
const movement = (id: number | 'NULL', { day = '2026-11-01', how = 'INSERT', pieces = '1' } = {}) =>
  `${how} INTO stock_movement (id, variant_id, day, at, kind, document_kind, document_id, effect, generation, basis, pieces, costed, cost)
   VALUES (${id}, '${SHIRT}', '${day}', 0, 'receipt', 'purchase', 'X', 'attack', 1, 'stated', ${pieces}, 0, 0)`

test('a balanced entry of two lines is taken, so that the refusals below are about what they say', async () => {
  const { accepts, balance } = await sealedBooks()
  accepts(line(90, '1101', 500), line(90, '4103', -500), entry(90))
  expect(balance('1101')).toBe(500)
})

test('an entry that does not balance is refused', async () => {
  const { refuses } = await sealedBooks()
  refuses(/does not balance/, line(90, '1101', 500), line(90, '4103', -499), entry(90))
})

test('an entry with one line, or none, is refused', async () => {
  const { refuses } = await sealedBooks()
  refuses(/needs two lines/, line(90, '1101', 500), entry(90))
  refuses(/needs two lines/, entry(90))
})

test('an entry that names no id cannot hide behind the lines of another', async () => {
  const { refuses } = await sealedBooks()
  refuses(/needs two lines/, line(-1, '1101', 500), line(-1, '4103', -500), entry('NULL'))
})

test('lines without an entry do not survive the commit', async () => {
  const { refuses } = await sealedBooks()
  refuses(/FOREIGN KEY/, line(90, '1101', 500), line(90, '4103', -500))
})

test('a line, or a balanced pair of lines, comes too late for a posted entry', async () => {
  const { refuses } = await sealedBooks()
  refuses(/already posted/, line(1, '1101', 500))
  refuses(/already posted/, line(1, '1101', 500), line(1, '4103', -500))
  refuses(/already posted/, line(1, '1301', 1).replace('INSERT', 'INSERT OR REPLACE'))
})

test('an amount of nothing, of half a rupiah or of text is refused', async () => {
  const { refuses } = await sealedBooks()
  refuses(/CHECK/, line(90, '1101', 0))
  refuses(/cannot store REAL value in INTEGER column/, line(90, '1101', 0.5))
  refuses(/cannot store TEXT value in INTEGER column/, line(90, '1101', "'seribu'"))
})

test('a line of the other book, or of another day, is refused', async () => {
  const { refuses } = await sealedBooks()
  refuses(/another book or day/, line(90, '3201', 500), line(90, '9401', -500), entry(90))
  refuses(/another book or day/, line(90, '1101', 500), line(90, '4103', -500), entry(90, { book: 'rumah' }))
  refuses(/another book or day/, line(90, '1101', 500, '2026-11-02'), line(90, '4103', -500), entry(90))
  refuses(/FOREIGN KEY/, line(90, '7777', 500), line(90, '4103', -500), entry(90))
})

test('the same effect of the same document is posted once', async () => {
  const { refuses } = await sealedBooks()
  const twice = [90, 91].flatMap((id) => [line(id, '1101', 500), line(id, '4103', -500), entry(id)])
  refuses(/UNIQUE/, ...twice)
})

for (const table of ['entry', 'posting', 'stock_movement', 'period_lock'])
  test(`rows of ${table} are never changed, deleted or replaced`, async () => {
    const { refuses, accepts } = await sealedBooks()
    accepts("INSERT INTO period_lock (id, closed_through, reason, at) VALUES (1, '2026-10-31', 'Tutup buku', 0)")
    const column = { entry: 'memo_key', posting: 'amount', stock_movement: 'cost', period_lock: 'closed_through' }[
      table
    ]
    refuses(/append-only/, `UPDATE ${table} SET ${column} = ${column}`)
    refuses(/append-only/, `UPDATE OR REPLACE ${table} SET ${column} = ${column}`)
    refuses(/append-only/, `DELETE FROM ${table}`)
    refuses(
      table === 'posting' ? /already posted/ : /append-only/,
      `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`,
    )
  })

test('a new entry written with OR REPLACE or OR IGNORE adds to the balances and never replaces them', async () => {
  const { accepts, balance } = await sealedBooks()
  const before = balance('1301')
  accepts(line(90, '1301', 500), line(90, '2101', -500), entry(90, { how: 'INSERT OR REPLACE' }))
  accepts(line(91, '1301', 70), line(91, '2101', -70), entry(91, { how: 'INSERT OR IGNORE', effect: 'second' }))
  expect(balance('1301')).toBe(before + 570)
})

test('an unbalanced entry written with OR IGNORE is refused, not skipped', async () => {
  const { refuses } = await sealedBooks()
  refuses(/does not balance/, line(90, '1101', 500), line(90, '4103', -1), entry(90, { how: 'INSERT OR IGNORE' }))
})

test('a closed period takes no entry and no movement, neither on its last day nor long before', async () => {
  const { refuses, accepts, closeBooks } = await sealedBooks()
  closeBooks()
  for (const day of ['2026-11-01', '2026-03-15']) {
    refuses(/period is closed/, line(90, '1101', 500, day), line(90, '4103', -500, day), entry(90, { day }))
    refuses(/period is closed/, movement(90, { day }))
  }
  const day = '2026-11-02'
  accepts(line(90, '1101', 500, day), line(90, '4103', -500, day), entry(90, { day }), movement(90, { day }))
})

test('a movement of half a piece, of nothing, or of a SKU nobody knows is refused', async () => {
  const { refuses } = await sealedBooks()
  refuses(/cannot store REAL value in INTEGER column/, movement(90, { pieces: '0.5' }))
  refuses(/CHECK/, movement(90, { pieces: '0' }))
  refuses(/FOREIGN KEY/, movement(90).replace(SHIRT, 'nobody'))
})

test('a row is reversed once, and only by a reversal', async () => {
  const { refuses, raw } = await sealedBooks()
  const reversal = (id: number, generation: number) =>
    movement(id).replace('generation,', 'generation, reverses,').replace("'attack', 1,", `'attack', ${generation}, 1,`)
  refuses(/CHECK/, reversal(90, 1))
  refuses(/UNIQUE/, reversal(90, -1), reversal(91, -2))
  expect(raw.pragma('foreign_key_check')).toEqual([])
})
