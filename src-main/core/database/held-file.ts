import { connect } from './connection.ts'

/**
 * Until this is released nothing of the log is brought into the file: a reader that began when the log was empty reads the file alone, and holds
 * the one lock that a checkpoint needs. https://www.sqlite.org/walformat.html#wal_locks
 */
export function holdFile(file: string): { release(): void } {
  // not opened read-only: such a connection may not make the log's index, which is not there yet
  const reader = connect(file, { fileMustExist: true })
  try {
    reader.pragma('query_only = ON')
    reader.exec('BEGIN')
    reader.prepare('SELECT 1 FROM sqlite_schema').get()
  } catch (problem) {
    reader.close()
    throw problem
  }
  return { release: () => void reader.close() }
}
