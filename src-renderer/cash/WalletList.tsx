import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import type { Wallet } from '../../src-shared/cash/cash-record.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { Card } from '../design/Card.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'
import { figurePath } from '../ledger/books-address.ts'
import classes from './cash.module.css'

/** What is in each wallet now; a balance opens its entries. */
export function WalletList({ today }: { today: string }) {
  const w = useWords(cashWords)
  const wallets = useQuery(api.cash.wallets.queryOptions())
  return (
    <aside className={classes.wallets} aria-label={w.wallets}>
      <RefusalNotice error={wallets.error} onRetry={() => wallets.refetch()} />
      {(['usaha', 'rumah'] as const).map((book) => {
        const own = wallets.data?.filter((wallet) => wallet.book === book && (wallet.balance !== 0 || isCash(wallet)))
        return own && own.length > 0 && (book === 'usaha' || own.some(({ balance }) => balance !== 0)) ? (
          <WalletGroup key={book} title={book === 'usaha' ? w.shopMoney : w.homeMoney} wallets={own} today={today} />
        ) : null
      })}
    </aside>
  )
}

/** Which providers or rules a wallet stands for is said where it is chosen, not where it is counted. */
const shortName = (name: string) => name.replace(/ \(.*\)$/, '')

const isCash = ({ account }: Wallet) => account === '1101' || account === '9101'

function WalletGroup({ title, wallets, today }: { title: string; wallets: readonly Wallet[]; today: string }) {
  const w = useWords(cashWords)
  const [, go] = useLocation()
  return (
    <Section title={title}>
      <Card>
        <KeyValueRows
          rows={[
            ...wallets.map(({ account, name, balance }) => ({
              key: account,
              label: shortName(name),
              value: (
                <MoneyText
                  amount={balance}
                  label={name}
                  isBadWhenNegative
                  onOpen={() => go(figurePath({ name, codes: [account], to: today }))}
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
