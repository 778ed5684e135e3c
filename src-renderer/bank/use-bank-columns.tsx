import { useMemo } from 'react'
import type { BankLine } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { SignedAmount } from '../cash/SignedAmount.tsx'
import { useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'
import { AnswerText } from './AnswerText.tsx'

/** The account stands in a column only where lines of several are among each other. */
export function useBankColumns(accounts: readonly Account[], isOfSeveral: boolean, isWaiting: boolean) {
  const w = useWords(bankWords)
  return useMemo((): Column<BankLine>[] => {
    const name = (code: string) => bareName(accounts.find((account) => account.code === code)?.name ?? code)
    return [
      { id: 'day', head: w.day, kind: 'date', width: 104, value: ({ day }) => day },
      ...(isOfSeveral
        ? [
            {
              id: 'account',
              head: w.account,
              kind: 'text',
              width: 120,
              hideBelow: 760,
              isQuiet: true,
              value: ({ account }) => name(account),
            } satisfies Column<BankLine>,
          ]
        : []),
      {
        id: 'description',
        head: w.description,
        kind: 'text',
        width: { share: 3, least: 180 },
        value: ({ description }) => description,
        cell: ({ description }) => (
          <span className="cut path" title={description}>
            {description}
          </span>
        ),
      },
      {
        id: 'amount',
        head: w.amount,
        kind: 'money',
        width: 124,
        value: ({ amount }) => amount,
        cell: ({ amount }) => <SignedAmount amount={Math.abs(amount)} direction={amount > 0 ? 'in' : 'out'} />,
      },
      {
        id: 'answer',
        head: isWaiting ? w.meaning : w.answerIs,
        kind: 'status',
        width: { share: 2, least: 226 },
        cell: (line) => <AnswerText line={line} accounts={accounts} />,
      },
    ]
  }, [w, accounts, isOfSeveral, isWaiting])
}
