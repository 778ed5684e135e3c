import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { type BusinessDay, businessDay } from '../../src-shared/kernel/business-day.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { Dialog } from '../design/Dialog.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { type Dates, datesOf, datesText, QUICK_DATES, quickOf } from './order-dates.ts'

const EVERY_DAY = 'every day'
const OTHER = 'other'

export interface OrderDatesProps {
  dates: Dates
  onChange: (dates: Dates) => void
}

/** The days orders were placed on: hari ini, kemarin, 7 hari, bulan ini, or any two days. */
export function OrderDates({ dates, onChange }: OrderDatesProps) {
  const w = useWords(ordersWords)
  const { language, zone } = useLocale()
  const today = businessDay(useNow(), zone)
  const [isChoosing, setChoosing] = useState(false)
  const isEvery = dates.from === null && dates.to === null
  const named = isEvery ? EVERY_DAY : quickOf(dates, today)
  return (
    <>
      <Select
        aria-label={w.dates}
        flex="none"
        w={named === null ? 208 : 150}
        size="xs"
        allowDeselect={false}
        maxDropdownHeight={320}
        comboboxProps={{ width: 210, position: 'bottom-end' }}
        data={[
          { value: EVERY_DAY, label: w.everyDay },
          ...QUICK_DATES.map((quick) => ({ value: quick, label: w.quickDates(quick) })),
          ...(named === null ? [{ value: 'these', label: datesText(dates, language, w) }] : []),
          { value: OTHER, label: w.otherDates },
        ]}
        value={named ?? 'these'}
        onChange={(value) => {
          const quick = QUICK_DATES.find((each) => each === value)
          if (value === OTHER) setChoosing(true)
          else if (value === EVERY_DAY) onChange({ from: null, to: null })
          else if (quick) onChange(datesOf(quick, today))
        }}
      />
      {isChoosing && (
        <ChooseDates
          dates={dates}
          today={today}
          onClose={() => setChoosing(false)}
          onChoose={(chosen) => {
            setChoosing(false)
            onChange(chosen)
          }}
        />
      )}
    </>
  )
}

interface ChooseDatesProps {
  dates: Dates
  today: BusinessDay
  onClose: () => void
  onChoose: (dates: Dates) => void
}

function ChooseDates({ dates, today, onClose, onChoose }: ChooseDatesProps) {
  const w = useWords(ordersWords)
  const [chosen, setChosen] = useState(dates)
  return (
    <Dialog
      title={w.otherDates}
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.showDates}
          kind="primary"
          shortcut={standingShortcuts.save}
          onAct={() => onChoose(chosen)}
        />
      }
    >
      <Stack gap={12}>
        <div className="pair">
          <DayField
            label={w.fromDay}
            value={chosen.from}
            latest={chosen.to ?? today}
            isClearable
            hasFocusFirst
            onChange={(from) => setChosen({ ...chosen, from })}
          />
          <DayField
            label={w.toDay}
            value={chosen.to}
            {...(chosen.from ? { earliest: chosen.from } : {})}
            latest={today}
            isClearable
            onChange={(to) => setChosen({ ...chosen, to })}
          />
        </div>
        <p className="quiet small">{w.otherDatesHelp}</p>
      </Stack>
    </Dialog>
  )
}
