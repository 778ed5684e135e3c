import { Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { formatDay, type Language } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { closingWords } from '../../../src-shared/ledger/closing.words.ts'
import type { BeforeClosing } from '../../../src-shared/reports/before-closing.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Columns } from '../../design/Columns.tsx'
import { useLocale, useWords } from '../../design/language.tsx'

type Words = (typeof closingWords)['id']

interface Step {
  key: string
  isDone: boolean
  text: string
  path: string
}

/** What is looked at before a month is closed, in the order of mending: one may open the other. */
export function stepsOf(w: Words, open: BeforeClosing, language: Language): Step[] {
  const { unmapped, gone, missingCost, returns, debts } = open
  const n = formatNumber
  return [
    // who began with nothing has it said by an empty opening balance; who wrote it needs no line
    ...(open.opened ? [] : [{ key: 'opening', isDone: false, text: w.opening, path: '/pembukuan/awal' }]),
    {
      key: 'unmapped',
      isDone: unmapped.listings === 0,
      text: unmapped.listings === 0 ? w.unmappedDone : w.unmapped(n(unmapped.listings), n(unmapped.orders)),
      path: '/toko/pemetaan',
    },
    {
      key: 'gone',
      isDone: gone.skus === 0,
      text: gone.skus === 0 ? w.goneDone : w.gone(n(gone.skus), n(gone.pieces)),
      path: '/stok/kurang',
    },
    {
      key: 'missingCost',
      isDone: missingCost.pieces === 0,
      text: missingCost.pieces === 0 ? w.missingCostDone : w.missingCost(n(missingCost.skus), n(missingCost.pieces)),
      path: '/stok/awal',
    },
    {
      key: 'returns',
      isDone: returns.orders === 0,
      text: returns.orders === 0 ? w.returnsDone : w.returns(n(returns.orders), n(returns.pieces)),
      path: '/retur',
    },
    {
      key: 'debts',
      isDone: debts.stillOwed === 0,
      text: debts.purchases === 0 ? w.debtsDone : debtsOf(w, open, language),
      path: '/pembelian?owed=1',
    },
  ]
}

/** What was due at the end of the month stays what it was; what was paid since stands beside it. */
function debtsOf(w: Words, { debts, through }: BeforeClosing, language: Language): string {
  const then = w.debts(formatNumber(debts.purchases), formatRupiah(debts.amount), formatDay(through, language))
  if (debts.stillOwed === debts.amount) return then
  return `${then}; ${debts.stillOwed === 0 ? w.debtsPaidSince : w.debtsLeft(formatRupiah(debts.stillOwed))}`
}

export interface BeforeClosingListProps {
  open: BeforeClosing
  isCashCounted: boolean
  onCashCounted: (isCounted: boolean) => void
}

/** The short list before a month is closed: each thing with its number and the way to where it is mended. */
export function BeforeClosingList({ open, isCashCounted, onCashCounted }: BeforeClosingListProps) {
  const w = useWords(closingWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  return (
    <ul aria-label={w.list}>
      {stepsOf(w, open, language).map(({ key, isDone, text, path }) => (
        <StepRow key={key} isDone={isDone}>
          <span>{text}</span>
          {!isDone && <ActionButton label={w.mend} size="small" onAct={() => go(path)} />}
        </StepRow>
      ))}
      {open.cash.map(({ account, name, balance }) => (
        <StepRow key={account} isDone={isCashCounted && balance >= 0}>
          <span>
            {balance < 0
              ? w.cashBelowZero(name, formatRupiah(-balance))
              : w.cash(name, formatRupiah(balance), formatDay(open.through, language))}
            <Checkbox
              mt={4}
              size="xs"
              label={w.cashCounted}
              checked={isCashCounted}
              onChange={(event) => onCashCounted(event.currentTarget.checked)}
            />
          </span>
          <ActionButton
            label={w.see}
            size="small"
            onAct={() => go(`/pembukuan/kas?wallet=${account}&to=${open.through}`)}
          />
        </StepRow>
      ))}
    </ul>
  )
}

const StepRow = ({ isDone, children }: { isDone: boolean; children: ReactNode }) => (
  <Columns
    component="li"
    of="20px 1fr auto"
    gap={10}
    align="center"
    mih={34}
    p="4px 0"
    className={isDone ? 'line-above quiet' : 'line-above'}
  >
    {isDone ? (
      <IconCircleCheck size={18} color="var(--lb-jolawe)" aria-hidden />
    ) : (
      <IconAlertTriangle size={18} color="var(--lb-kunyit)" aria-hidden />
    )}
    {children}
  </Columns>
)
