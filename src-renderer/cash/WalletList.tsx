import { useQuery } from '@tanstack/react-query'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import type { Wallet } from '../../src-shared/cash/cash-record.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { Card } from '../design/Card.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'
import classes from './cash.module.css'
import { walletsShown } from './wallets-shown.ts'

export interface WalletListProps {
  /** The wallet whose book is shown. */
  chosen: string | null
  onChoose: (wallet: string | null) => void
}

/** What is in each wallet now; a balance shows what came into it and what left it. */
export function WalletList({ chosen, onChoose }: WalletListProps) {
  const w = useWords(cashWords)
  const wallets = useQuery(api.cash.wallets.queryOptions())
  const shown = walletsShown(wallets.data ?? [])
  return (
    <aside className={classes.wallets} aria-label={w.wallets}>
      <RefusalNotice error={wallets.error} onRetry={() => wallets.refetch()} />
      {(['usaha', 'rumah'] as const).map((book) => {
        const own = shown.filter((wallet) => wallet.book === book)
        return own.length > 0 && (book === 'usaha' || own.some(({ balance }) => balance !== 0)) ? (
          <WalletGroup
            key={book}
            title={book === 'usaha' ? w.shopMoney : w.homeMoney}
            wallets={own}
            chosen={chosen}
            onChoose={onChoose}
          />
        ) : null
      })}
    </aside>
  )
}

function WalletGroup({
  title,
  wallets,
  chosen,
  onChoose,
}: WalletListProps & { title: string; wallets: readonly Wallet[] }) {
  const w = useWords(cashWords)
  return (
    <Section title={title}>
      <Card>
        <KeyValueRows
          rows={[
            ...wallets.map(({ account, name, balance }) => ({
              key: account,
              label: account === chosen ? <strong>{bareName(name)}</strong> : bareName(name),
              value: (
                <MoneyText
                  amount={balance}
                  label={w.showBook(bareName(name))}
                  isBadWhenNegative
                  onOpen={() => onChoose(account === chosen ? null : account)}
                />
              ),
            })),
            {
              key: 'sum',
              label: w.sum,
              value: <MoneyText amount={wallets.reduce((sum, { balance }) => sum + balance, 0)} />,
              kind: 'total' as const,
            },
          ]}
        />
      </Card>
    </Section>
  )
}
