import { Popover } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { StockCardRow } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './matrix.module.css'
import { signedRupiah } from './signed.ts'

/** What a movement cost; where a part of it became known later, that is opened beside it. */
export function LearnedCost({ row: { cost, corrections } }: { row: StockCardRow }) {
  const w = useWords(stockWords)
  const { zone, language } = useLocale()
  const [isOpen, setOpen] = useState(false)
  if (corrections.length === 0) return signedRupiah(cost)
  const first = corrections.reduce((sum, each) => sum - each.cost, cost)
  return (
    <span className={classes.learned}>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" withinPortal>
        <Popover.Target>
          <button
            type="button"
            className={classes.learnedLater}
            tabIndex={-1}
            aria-label={w.learnedLater(formatNumber(corrections.length))}
            onClick={() => setOpen(!isOpen)}
          >
            <IconHistory size={15} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <KeyValueRows
            rows={[
              { key: 'first', label: w.costAtFirst, value: signedRupiah(first) },
              ...corrections.map(({ at, cost }, index) => ({
                key: String(index),
                label: w.costLearnedAt(formatMoment(at, zone, language)),
                value: signedRupiah(cost),
              })),
            ]}
          />
        </Popover.Dropdown>
      </Popover>
      {signedRupiah(cost)}
    </span>
  )
}
