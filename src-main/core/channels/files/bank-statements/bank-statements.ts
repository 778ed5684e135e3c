import type { BankFile } from '../../../../../src-shared/bank/bank-file.ts'
import type { FileKind } from '../file-kind.ts'
import { readBankStatement } from './read-bank-statement.ts'
import { recogniseStatement } from './recognise-statement.ts'

/** Statements of banks whose layout is known. */
export const bankStatements: FileKind<BankFile> = {
  kind: 'bank statement',
  recognise(head) {
    const found = recogniseStatement(head)
    return found && { missing: found.missing, read: (book) => readBankStatement(found, book) }
  },
  isEmpty: ({ lines, keptOut }) => lines.length + keptOut.rows === 0,
  preview: ({ lines: _, ...said }) => ({ about: 'bank', ...said }),
}
