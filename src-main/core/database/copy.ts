import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import { connect } from './connection.ts'
import { isLogStrange } from './own-log.ts'

/**
 * Copies a database page by page as it was last committed, also while somebody writes in it. A file that nobody has open is
 * copied as a file, so that not even SQLite leaves anything beside it; so is one beside a log that is not its own.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  if (!existsSync(`${from}-wal`) || isLogStrange(from)) {
    copyFileSync(from, to)
    // with the bytes come the rights, and a copy is made to be opened
    chmodSync(to, 0o600)
    return
  }
  const source = connect(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(to)
  } finally {
    source.close()
  }
}
