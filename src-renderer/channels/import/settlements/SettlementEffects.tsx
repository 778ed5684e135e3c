import { Text } from '@mantine/core'
import { IconCash, IconReceipt2 } from '@tabler/icons-react'
import { settlementsImportWords } from '../../../../src-shared/channels/settlements-import.words.ts'
import type { SettlementsOutcome } from '../../../../src-shared/channels/settlements-outcome.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../../src-shared/ledger/channel-fee-account.ts'
import { isOfTheSale } from '../../../../src-shared/settlements/meaning.ts'
import { settlementsWords } from '../../../../src-shared/settlements/settlements.words.ts'
import { KeyValueRows } from '../../../design/KeyValueRows.tsx'
import { useWords } from '../../../design/language.tsx'
import { MoneyText } from '../../../design/MoneyText.tsx'
import { EffectsPart } from '../EffectsPart.tsx'

/** Names that are still to be mapped. */
export const unmappedNames = ({ byName }: SettlementsOutcome): number =>
  byName.filter(({ account }) => account === UNMAPPED_CHANNEL_FEE).length

/** What releases do to orders and books: how many, what was kept by name, and what that makes of the profit. */
export function SettlementEffects({ outcome }: { outcome: SettlementsOutcome }) {
  const w = useWords(settlementsImportWords)
  const say = useWords(settlementsWords)
  const { orders, adjustments, waiting, history, added, byName, met, entries, profit } = outcome
  const rows = [
    { id: 'orders', count: orders, text: w.ofOrders },
    { id: 'adjustments', count: adjustments.settlements, text: w.adjustments },
    { id: 'waiting', count: waiting.settlements, text: w.waiting, isBad: true },
    { id: 'met', count: met, text: w.met },
    { id: 'history', count: history.settlements, text: w.history },
  ].filter(({ count }) => count > 0)
  const kept = byName.filter(({ meaning, amount }) => !isOfTheSale(meaning) && meaning !== 'refund' && amount !== 0)
  const unmapped = unmappedNames(outcome)
  return (
    <>
      <EffectsPart icon={IconCash} title={w.orders} rows={rows} empty={w.none}>
        {added.settlements > 0 && (
          <KeyValueRows
            rows={[
              { key: 'balance', label: w.balance, value: <MoneyText amount={added.released} isStrong />, kind: 'sum' },
            ]}
          />
        )}
      </EffectsPart>
      <EffectsPart icon={IconReceipt2} title={w.fees} rows={[]} empty={kept.length === 0 ? w.feesNone : undefined}>
        <KeyValueRows
          rows={[
            ...kept.map(({ name, amount, meaning, account }) => ({
              key: name,
              label: account === UNMAPPED_CHANNEL_FEE ? `${name} (${say.meaning(meaning)})` : name,
              value: <MoneyText amount={amount} />,
            })),
            ...(entries > 0
              ? [
                  {
                    key: 'profit',
                    label: w.profitChange,
                    value: <MoneyText amount={profit} isStrong />,
                    kind: 'total' as const,
                  },
                ]
              : []),
          ]}
        />
        <Text component="p" mt={6} fz="sm" c="dimmed">
          {unmapped > 0 ? w.unmapped(formatNumber(unmapped)) : entries > 0 ? w.profitNote : ''}
        </Text>
      </EffectsPart>
    </>
  )
}
