import { Box } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { HandoverGroup, HandoverParcel, StayingParcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useWords } from '../design/language.tsx'
import type { Marks } from './door-marks.ts'
import classes from './handover.module.css'

export interface ParcelsAtDoorProps {
  group: HandoverGroup
  marks: Marks
  /** The parcel of the last scan: its row comes into sight. */
  scanned: string | null
  onToggle: (parcelId: string) => void
}

/** The parcels of one courier: those that may go, each to be scanned or ticked, and apart from them what stays, and why. */
export function ParcelsAtDoor({ group, marks, scanned, onToggle }: ParcelsAtDoorProps) {
  const w = useWords(handoverWords)
  const { parcels, staying } = group
  const shown = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (scanned) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [scanned])
  const rowOf = (parcelId: string) => ({
    ref: parcelId === scanned ? shown : undefined,
    'data-marked': marks.has(parcelId) || undefined,
  })
  return (
    <>
      {parcels.length > 0 ? (
        <ul className={classes.parcels} aria-label={w.readyTitle}>
          {parcels.map((parcel) => (
            <li key={parcel.parcelId} {...rowOf(parcel.parcelId)}>
              <button
                type="button"
                className={classes.parcel}
                aria-pressed={marks.has(parcel.parcelId)}
                aria-label={w.tick(nameOf(parcel))}
                onClick={() => onToggle(parcel.parcelId)}
              >
                <Tick isMarked={marks.has(parcel.parcelId)} />
                <ParcelCells parcel={parcel} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w.nothingReady(group.courier)}</p>
      )}
      {staying.length > 0 && (
        <section>
          <h2 className={classes.heading}>
            {w.staysTitle}{' '}
            <Box component="span" ml={10} fz={20} fw={400} ff="var(--lb-font-sans)" className="quiet">
              {formatNumber(staying.length)}
            </Box>
          </h2>
          <ul className={classes.parcels} data-staying>
            {staying.map((parcel) => (
              <li key={parcel.parcelId} {...rowOf(parcel.parcelId)}>
                <div className={classes.parcel}>
                  <ParcelCells parcel={parcel} why={parcel} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const nameOf = ({ trackingNumber, orderNumber }: HandoverParcel) => trackingNumber || orderNumber

const Tick = ({ isMarked }: { isMarked: boolean }) =>
  isMarked ? (
    <IconCircleCheckFilled size={28} color="var(--lb-jolawe)" aria-hidden />
  ) : (
    <IconCircleDashed size={28} color="var(--lb-tinta3)" aria-hidden />
  )

function ParcelCells({ parcel, why }: { parcel: HandoverParcel; why?: StayingParcel }) {
  const w = useWords(handoverWords)
  return (
    <>
      <ChannelTile channel={parcel.channel} />
      <span className={classes.number}>{nameOf(parcel)}</span>
      {why ? (
        <span className={why.why === 'not packed' ? classes.why : `${classes.why} bad`}>
          {[w.stays(why.why), why.holdReason].filter(Boolean).join(': ')}
        </span>
      ) : (
        <Box component="span" flex={1} className="cut quiet">
          {parcel.buyer}
        </Box>
      )}
      <Box component="span" flex="none" className="strong">
        {parcel.isCod ? w.cod : ''}
      </Box>
      <span className={classes.pieces}>{w.pieces(formatNumber(parcel.pieces))}</span>
    </>
  )
}
