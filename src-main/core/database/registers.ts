import type { Database } from 'better-sqlite3'
import { SEALED_SETTINGS } from '../../../src-shared/access/trail.ts'

/*
 * Rows that a shop changes with good reason, and that a stranger must not change unseen: which accounts there are, what is closed, who may
 * do what, where the books begin. Each change by Lumbung itself puts the row into the trail by the same transaction; temporary
 * triggers tell which rows those are, so that no repository can forget it and none is sealed that was not changed here.
 */
interface Register {
  table: string
  key: string
  /** Expressions over a row, by the name they are told under. */
  columns: Readonly<Record<string, string>>
  /** Rows that the trail of an older Lumbung does not know: they are taken as they stand when it is opened here first. */
  late?: readonly string[]
  /** Which rows, of `row`; and whether a row of this key is one of them. */
  only?: (row: string) => string
  isOne?: (key: string) => boolean
}

const everyRow = () => '1'

const plain = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]))

/** Under this name the shop itself keeps how its key is wrapped: a file that came without the one beside it is opened by the code, too. */
export const KEY_WRAPS = 'keyWraps'

/** Settings that figures, rights or papers follow, and who can open what is sealed; how a person likes to read is theirs. */
const SETTINGS: readonly string[] = [...SEALED_SETTINGS, KEY_WRAPS]

export const REGISTERS: readonly Register[] = [
  {
    table: 'account',
    key: 'code',
    columns: plain(
      'book',
      'name',
      'normal',
      'kind',
      'line',
      'is_cash',
      'roles',
      'cost_account',
      'own_name',
      'is_own',
      'archived_at',
    ),
  },
  { table: 'period_lock', key: 'id', columns: plain('closed_through', 'reason', 'actor', 'at') },
  {
    table: 'restore',
    key: 'epoch',
    columns: plain('at', 'actor', 'backup_id', 'backup_at', 'replayed'),
  },
  {
    table: 'person',
    key: 'id',
    columns: { ...plain('role', 'is_active', 'badge'), secret: 'fingerprint(secret)' },
  },
  { table: 'opening_balance', key: 'account', columns: plain('amount') },
  {
    table: 'setting',
    key: 'name',
    // the trail stays for ever, and wraps of a passphrase that was given up should not
    columns: { value: `CASE name WHEN '${KEY_WRAPS}' THEN fingerprint(value) ELSE value END` },
    late: [KEY_WRAPS],
    isOne: (key) => SETTINGS.includes(key),
    only: (row) => `${row}.name IN (${SETTINGS.map((name) => `'${name}'`).join(', ')})`,
  },
]

/** A row as it is sealed, in JSON. */
const contentsOf = ({ columns }: Register): string =>
  `json_object(${Object.entries(columns)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ')})`

/** Every row of a register with its contents; `?` is a key where one is asked for. */
export const rowsOf = (register: Register, ofKey = false): string =>
  `SELECT CAST(${register.key} AS TEXT) AS key, ${contentsOf(register)} AS contents FROM main.${register.table}
   WHERE ${(register.only ?? everyRow)(register.table)}${ofKey ? ` AND CAST(${register.key} AS TEXT) = ?` : ''}`

/** Rows changed by this connection and not yet in the trail. */
export function noteTouched(raw: Database): void {
  raw.exec('CREATE TEMP TABLE touched (register TEXT, key TEXT)')
  for (const { table, key, columns, only = everyRow } of REGISTERS) {
    const note = (row: 'OLD' | 'NEW') => `INSERT INTO touched VALUES ('${table}', ${row}.${key});`
    const isOther = Object.keys(columns)
      .map((column) => `NEW.${column} IS NOT OLD.${column}`)
      .join(' OR ')
    raw.exec(`
      CREATE TEMP TRIGGER touched_${table}_new AFTER INSERT ON main.${table} WHEN ${only('NEW')} BEGIN ${note('NEW')} END;
      CREATE TEMP TRIGGER touched_${table}_gone AFTER DELETE ON main.${table} WHEN ${only('OLD')} BEGIN ${note('OLD')} END;
      CREATE TEMP TRIGGER touched_${table}_other AFTER UPDATE ON main.${table} WHEN (${only('OLD')} OR ${only('NEW')}) AND (${isOther} OR NEW.${key} IS NOT OLD.${key})
        BEGIN ${note('OLD')} ${note('NEW')} END`)
  }
  for (const { table, key, late = [] } of REGISTERS)
    for (const name of late)
      raw
        .prepare(
          `INSERT INTO touched SELECT ?, ${key} FROM main.${table} WHERE ${key} = ?
             AND NOT EXISTS (SELECT 1 FROM trail WHERE register = ? AND trail.key = ?)`,
        )
        .run(table, name, table, name)
  // the first time, what stands there is taken for what should
  if (raw.prepare('SELECT 1 FROM trail LIMIT 1').get() !== undefined) return
  for (const { table, key, only = everyRow } of REGISTERS)
    raw.exec(`INSERT INTO touched SELECT '${table}', ${key} FROM main.${table} WHERE ${only(table)}`)
}
