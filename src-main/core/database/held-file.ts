import { connect } from './connection.ts'

/**
 * Until this is released nothing of the log is brought into the file: a reader that began when the log was empty reads the file alone, and holds
 * the one lock that a checkpoint needs. https://www.sqlite.org/walformat.html#wal_locks
 */
export function holdFile(file: string): { release(): void } {
  // what only reads may not make the log and its index; and when it is the last to close the file it leaves the log as it is
  const maker = connect(file, { fileMustExist: true })
  try {
    maker.prepare('SELECT 1 FROM sqlite_schema').get()
    const reader = connect(file, { readonly: true, fileMustExist: true })
    try {
      reader.exec('BEGIN')
      reader.prepare('SELECT 1 FROM sqlite_schema').get()
      return { release: () => void reader.close() }
    } catch (problem) {
      reader.close()
      throw problem
    }
  } finally {
    maker.close()
  }
}
