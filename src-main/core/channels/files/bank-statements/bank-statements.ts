import type { BankFile } from '../../../../../src-shared/bank/bank-file.ts'
import type { FileKind } from '../file-kind.ts'
import { readBankStatement } from './read-bank-statement.ts'
import { recogniseStatements } from './recognise-statement.ts'

/** Statements of banks whose layout is known. */
export const bankStatements: FileKind<BankFile> = {
  kind: 'bank statement',
  recognise(head) {
    const all = recogniseStatements(head)
    const whole = all.filter(({ missing }) => missing.length === 0)
    const found = whole[0] ?? all[0]
    if (!found) return null
    // a sheet a month: each is a statement of its own
    const rivals = whole.map(({ sheet }) => sheet.name)
    return { missing: found.missing, known: found.columns.size, rivals, read: (book) => readBankStatement(found, book) }
  },
  isEmpty: ({ lines, keptOut }) => lines.length + keptOut.rows === 0,
  preview: ({ lines: _, ...said }) => ({ about: 'bank', ...said }),
}
