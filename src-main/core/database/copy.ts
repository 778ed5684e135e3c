import { copyFileSync, existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/**
 * Copies a database page by page as it was last committed, also while somebody writes in it. A file that nobody has open is
 * copied as a file, so that not even SQLite leaves anything beside it.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  if (!existsSync(`${from}-wal`)) return copyFileSync(from, to)
  const source = new Sqlite(from, { readonly: true })
  try {
    await source.backup(to)
  } finally {
    source.close()
  }
}
