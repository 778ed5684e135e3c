import { idOf } from '../../src-main/core/bank/line-identity.ts'
import { removeStatement } from '../../src-main/core/bank/statements.repository.ts'
import { takeStatement } from '../../src-main/core/bank/take-statement.ts'
import type { Core } from '../../src-main/core/core.ts'
import type { BankFile, BankStatementLine } from '../../src-shared/bank/bank-file.ts'

export type LineTold = [day: string, description: string, amount: number]

/** A statement as its reader answers it; balances run from `opening` where one is given. */
export function aBankStatement(
  lines: readonly LineTold[],
  { opening = null as number | null, accountNumber = '' } = {},
): Pick<BankFile, 'bank' | 'accountNumber' | 'accountName' | 'lines' | 'totals'> {
  let balance = opening
  const told = lines.map(([day, description, amount]): BankStatementLine => {
    balance = balance === null ? null : balance + amount
    return { day, at: null, description, amount, balance, reference: '', isPending: false }
  })
  const sum = (of: (amount: number) => boolean) => lines.reduce((s, [, , amount]) => (of(amount) ? s + amount : s), 0)
  const days = lines.map(([day]) => day).toSorted()
  return {
    bank: 'bca',
    accountNumber,
    accountName: 'BATIK RATNA',
    lines: told,
    totals: {
      rows: lines.length,
      opening,
      in: sum((amount) => amount > 0),
      out: sum((amount) => amount < 0),
      closing: balance,
      pending: 0,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    },
  }
}

/** Takes statements in and back as an import does. */
export function statementsOf({ doors }: Pick<Core, 'doors'>) {
  let count = 0
  return {
    take: (file: ReturnType<typeof aBankStatement>, account: string = '1110', importId = idOf(`run ${count++}`)) =>
      doors.write(['bank'], (tx) => takeStatement(tx, file, { importId, account: account as never, at: count })),
    remove: (importId: string) => doors.write(['bank'], (tx) => removeStatement(tx, importId)),
  }
}
