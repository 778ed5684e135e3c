import { Box, Flex } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconBasket,
  IconBolt,
  IconCheck,
  IconDots,
  IconMedicalCross,
  IconSchool,
} from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { Envelope } from '../../src-shared/household/household.contract.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { divRound } from '../../src-shared/kernel/allocate.ts'
import { firstOfMonth, lastOfMonth, type Month } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { useWords } from '../design/language.tsx'
import { Meter } from '../design/Meter.tsx'
import { figurePath } from '../ledger/books-address.ts'
import classes from './household.module.css'

const ICONS: Readonly<Record<string, Icon>> = {
  '9501': IconBasket,
  '9502': IconSchool,
  '9503': IconBolt,
  '9504': IconMedicalCross,
}

export interface EnvelopeRowProps {
  envelope: Envelope
  month: Month
  isEditing: boolean
  onEdit: () => void
  /** The new budget, or null when it stays; `by` tells Enter and Esc from merely looking elsewhere. */
  onDone: (amount: Rupiah | null, by: 'key' | 'blur') => void
}

/** One envelope: what is spent of it, what is left. Its budget opens in place; Enter keeps it, Esc leaves it. */
export function EnvelopeRow({ envelope, month, isEditing, onEdit, onDone }: EnvelopeRowProps) {
  const w = useWords(householdWords)
  const [, go] = useLocation()
  const { account, name, budget, spent } = envelope
  const IconPart = ICONS[account] ?? IconDots
  const left = budget - spent
  const share = budget > 0 ? Math.min(100, Math.max(0, divRound(spent, 100, budget))) : spent > 0 ? 100 : 0
  return (
    <Box p="10px 0" className="line-below">
      <Flex align="center" gap={10} mih={38} mb={6}>
        <IconPart size={18} stroke={1.75} className="quiet" aria-hidden />
        <Flex component="span" direction="column" flex={1} miw={0}>
          <Flex component="span" justify="space-between" align="baseline" gap={10}>
            <strong>{name}</strong>
            {!isEditing && (
              <button
                type="button"
                className={`${left < 0 ? 'bad' : 'ink'} ${classes.left}`}
                onClick={() =>
                  go(figurePath({ name, codes: [account], from: firstOfMonth(month), to: lastOfMonth(month) }))
                }
              >
                {left < 0 ? (
                  <>
                    <IconAlertTriangle size={15} aria-hidden /> {w.over(formatRupiah(-left))}
                  </>
                ) : left === 0 && budget > 0 ? (
                  <>
                    <IconCheck size={15} aria-hidden /> {w.exact}
                  </>
                ) : (
                  w.left(formatRupiah(left))
                )}
              </button>
            )}
          </Flex>
          {!isEditing && (
            <button
              type="button"
              className={`quiet ${classes.budget}`}
              data-budget={account}
              title={w.editBudget(name)}
              onClick={onEdit}
            >
              {budget === 0 && spent === 0 ? w.noBudget : w.spentOf(formatRupiah(spent), formatRupiah(budget))}
            </button>
          )}
        </Flex>
        {isEditing && <BudgetField envelope={envelope} onDone={onDone} />}
      </Flex>
      <Meter percent={share} fill={left < 0 ? 'mengkudu' : left === 0 ? 'nila-garis' : 'nila'} />
    </Box>
  )
}

function BudgetField({ envelope, onDone }: Pick<EnvelopeRowProps, 'envelope' | 'onDone'>) {
  const w = useWords(householdWords)
  const [amount, setAmount] = useState<Rupiah | null>(envelope.budget)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onDone(event.key === 'Enter' ? amount : null, 'key')
  }
  return (
    <Box
      component="span"
      w={160}
      flex="none"
      onKeyDown={onKeyDown}
      ref={(box) => {
        const field = box?.querySelector('input')
        if (field && document.activeElement !== field) field.select()
      }}
      onBlur={() => onDone(amount, 'blur')}
    >
      <RupiahField label={w.budgetOf(envelope.name)} isLabelHidden value={amount} onChange={setAmount} />
    </Box>
  )
}
