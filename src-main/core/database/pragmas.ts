import type { Database } from 'better-sqlite3'

/**
 * Set in this order on every connection. `synchronous` must be set explicitly: the driver is compiled with WAL's default
 * NORMAL, which shows only after the first write and loses acknowledged commits on a power cut.
 * https://www.sqlite.org/pragma.html
 */
const WRITER = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['busy_timeout', '10000', 10_000],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ...(process.platform === 'darwin'
    ? ([
        ['fullfsync', 'ON', 1],
        ['checkpoint_fullfsync', 'ON', 1],
      ] as const)
    : []),
] as const

const READER = WRITER.filter(([name]) => !['journal_mode', 'synchronous', 'secure_delete'].includes(name))

export function applyPragmas(raw: Database, role: 'writer' | 'reader'): void {
  for (const [name, value] of role === 'writer' ? WRITER : READER) raw.pragma(`${name} = ${value}`)
  // page cache, taken only as needed: 6 MB holds a reader's hot pages, 64 MB keeps a large import from going back to disk
  raw.pragma(`cache_size = ${role === 'writer' ? -64_000 : -6_000}`)
}

/** The pragmas whose value is not what we set; empty when all is well. */
export function wrongPragmas(raw: Database): string[] {
  return WRITER.filter(([name, , expected]) => raw.pragma(name, { simple: true }) !== expected).map(([name]) => name)
}
