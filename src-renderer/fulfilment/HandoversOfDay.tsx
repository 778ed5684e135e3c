import { Box, Group, Stack } from '@mantine/core'
import { IconArrowBackUp, IconChevronDown, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Handover } from '../../src-shared/fulfilment/fulfilment.ts'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { labelWords } from '../../src-shared/fulfilment/labels.words.ts'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './handover.module.css'

export interface HandoversOfDayProps {
  handovers: readonly Handover[]
  onUndo: (parcelIds: string[]) => void
  onPrint: (parcelIds: string[]) => void
}

/** What couriers took on a day, newest first: each hand-over prints and can be taken back, whole or parcel by parcel. */
export const HandoversOfDay = ({ handovers, ...acts }: HandoversOfDayProps) => (
  <Stack gap={8} flex="none">
    {handovers.map((handover) => (
      <OneHandover key={`${handover.at} ${handover.courier}`} handover={handover} {...acts} />
    ))}
  </Stack>
)

function OneHandover({
  handover: { courier, at, by, parcels },
  onUndo,
  onPrint,
}: Omit<HandoversOfDayProps, 'handovers'> & { handover: Handover }) {
  const w = useWords(handoverWords)
  const { courierUnknown } = useWords(labelWords)
  const { zone } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const name = courier || courierUnknown
  const undoable = parcels.filter(({ mayBeUndone }) => mayBeUndone).map(({ parcelId }) => parcelId)
  const count = formatNumber(parcels.length)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <Stack component="section" gap={8}>
      <Group gap={8}>
        <button type="button" className={classes.unfold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Chevron size={22} aria-hidden />
          <span>{formatClock(at, zone)}</span>
          <strong>{name}</strong>
          <span className="quiet">{w.batch(count, by)}</span>
        </button>
        <ActionButton
          label={w.sheet}
          title={w.sheetOf(count, name)}
          icon={IconPrinter}
          size="large"
          onAct={() => onPrint(parcels.map(({ parcelId }) => parcelId))}
        />
        <ActionButton
          label={w.undoAll(formatNumber(undoable.length))}
          icon={IconArrowBackUp}
          size="large"
          onAct={() => onUndo(undoable)}
          {...(undoable.length === 0 ? { disabledBecause: w.onItsWay } : {})}
        />
      </Group>
      {isOpen && (
        <ul className={classes.parcels}>
          {parcels.map((parcel) => (
            <li key={parcel.parcelId}>
              <div className={classes.parcel}>
                <ChannelTile channel={parcel.channel} />
                <span className={classes.number}>{parcel.trackingNumber || parcel.orderNumber}</span>
                <Box component="span" flex={1} className="cut quiet">
                  {parcel.buyer}
                </Box>
                <Box component="span" flex="none" className="strong">
                  {parcel.isCod ? w.cod : ''}
                </Box>
                <span className={classes.pieces}>{w.pieces(formatNumber(parcel.pieces))}</span>
                <span className={classes.takeBack}>
                  {parcel.mayBeUndone ? (
                    <ActionButton
                      label={w.undo}
                      title={`${w.undo} ${parcel.trackingNumber || parcel.orderNumber}`}
                      icon={IconArrowBackUp}
                      onAct={() => onUndo([parcel.parcelId])}
                    />
                  ) : (
                    w.onItsWay
                  )}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}
