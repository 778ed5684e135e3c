import { Box, Flex } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { labelWords } from '../../src-shared/fulfilment/labels.words.ts'
import { BusinessDay, businessDay, formatDayFull } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { DayField } from '../design/fields/DayField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { HandoversOfDay } from './HandoversOfDay.tsx'
import classes from './handover.module.css'
import { PrintNotice } from './PrintNotice.tsx'
import { printHandoverSheet } from './sheets.ts'
import { useUndoHandover } from './use-undo-handover.ts'

/** What the couriers took on any day, by courier: printed again with its lines to sign, or taken back. */
export function HandoverHistory() {
  const w = useWords(handoverWords)
  const { courierUnknown } = useWords(labelWords)
  const { language, zone } = useLocale()
  const today = businessDay(useNow(), zone)
  const [, go] = useLocation()
  const named = BusinessDay.safeParse(new URLSearchParams(useSearch()).get('hari')).data
  const { data, error } = useQuery(api.fulfilment.handover.day.queryOptions({ input: { day: named ?? today } }))
  const undo = useUndoHandover()
  const agrees = useLettersLacking()
  const sheet = useMutation({ mutationFn: (parcelIds: string[]) => printHandoverSheet(parcelIds, agrees) })
  const show = (day: string | null) => day && go(`/kemas/serah/riwayat?hari=${day}`, { replace: true })
  useHotkey(standingShortcuts.back, () => go('/kemas/serah'), { label: w.back, inFields: true })
  const handovers = data?.handovers ?? []
  const parcels = handovers.flatMap((each) => each.parcels)
  const pieces = parcels.reduce((sum, parcel) => sum + parcel.pieces, 0)
  return (
    <DeskFrame section="handover" label={w.history}>
      <Flex flex="none" fz={18} align="end" gap={12} wrap="wrap">
        <ActionButton
          icon={IconChevronLeft}
          shortcut={fulfilmentShortcuts.handoverDay.earlier}
          size="large"
          onAct={() => show(data?.previous ?? null)}
          {...(data?.previous ? {} : { disabledBecause: w.nothingEarlier })}
        />
        <DayField label={w.day} value={named ?? today} latest={today} onChange={show} />
        <ActionButton
          icon={IconChevronRight}
          shortcut={fulfilmentShortcuts.handoverDay.later}
          size="large"
          onAct={() => show(data?.next ?? null)}
          {...(data?.next ? {} : { disabledBecause: w.nothingLater })}
        />
        <ActionButton
          label={w.back}
          kind="quiet"
          shortcut={standingShortcuts.back}
          listens={false}
          size="large"
          onAct={() => go('/kemas/serah')}
        />
      </Flex>
      <PrintNotice error={error ?? undo.error ?? sheet.error} />
      {data && (
        <h2 className={classes.heading}>
          {formatDayFull(data.day, language)}{' '}
          <Box component="span" ml={10} fz={20} fw={400} ff="var(--lb-font-sans)" className="quiet">
            {parcels.length > 0
              ? w.totalOfDay(formatNumber(parcels.length), formatNumber(pieces))
              : data.previous || data.next
                ? w.nothingThatDay
                : w.nothingEver}
          </Box>
        </h2>
      )}
      <HandoversOfDay
        handovers={handovers}
        onUndo={(parcelIds) => void undo.ask(parcelIds)}
        onPrint={(parcelIds) => sheet.mutate(parcelIds)}
      />
      {[...Map.groupBy(handovers, ({ courier }) => courier)]
        .filter(([, { length }]) => length > 1)
        .map(([courier, ofCourier]) => {
          const parcelIds = ofCourier.flatMap((each) => each.parcels.map(({ parcelId }) => parcelId))
          return (
            <Flex key={courier} flex="none" fz={18} align="center" gap={12}>
              {w.ofOneDay(courier || courierUnknown, formatNumber(parcelIds.length))}
              <ActionButton label={w.sheet} icon={IconPrinter} size="large" onAct={() => sheet.mutate(parcelIds)} />
            </Flex>
          )
        })}
    </DeskFrame>
  )
}
