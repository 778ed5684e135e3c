import { Box } from '@mantine/core'
import {
  IconBan,
  IconCircleCheck,
  IconHandGrab,
  IconMessage2,
  IconPlayerPause,
  IconPlayerPlay,
  IconPrinter,
  IconRotate,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Parcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { DeskSide } from './DeskFrame.tsx'
import classes from './desk.module.css'
import { fulfilmentShortcuts as shortcuts } from './fulfilment.shortcuts.ts'
import { WORKED_ON } from './verdict-look.ts'

export interface ParcelFactsProps {
  parcel: Parcel
  onShort: () => void
  onHold: () => void
  onRelease: () => void
  onPrint: () => void
  onStartOver: () => void
  onDone: () => void
  /** Given while another desk has the parcel open. */
  onTakeOver?: () => void
}

/** Codes in groups of four, as people read them aloud; a number with signs of its own (`LB-261128-001`) has its groups. */
const grouped = (code: string) =>
  /[^A-Za-z0-9]/.test(code)
    ? code
    : code.replace(/^(SPXID|JP|JX|IDS|CM|TG)?(.*)$/, (_, prefix: string | undefined, rest: string) =>
        [prefix, ...(rest.match(/.{1,4}/g) ?? [])].filter(Boolean).join(' '),
      )

/** The parcel beside its goods: number, courier, deadline, note, and the few acts. */
export function ParcelFacts({
  parcel,
  onShort,
  onHold,
  onRelease,
  onPrint,
  onStartOver,
  onDone,
  onTakeOver,
}: ParcelFactsProps) {
  const w = useWords(packWords)
  const isWorkedOn = WORKED_ON.has(parcel.standing)
  const isClosed = parcel.standing === 'already packed'
  const number = grouped(parcel.trackingNumber || parcel.orderNumber)
  const toMove = parcel.items.reduce((sum, { pieces, scanned }) => sum + Math.abs(pieces - scanned), 0)
  return (
    <DeskSide
      facts={
        <>
          <div className="quiet">{parcel.trackingNumber ? w.tracking : w.orderNumber}</div>
          <div className={classes.tracking} data-long={number.length > 20 || undefined}>
            {number}
          </div>
          {parcel.parcels > 1 && (
            <strong>{w.parcelOf(formatNumber(parcel.number), formatNumber(parcel.parcels))}</strong>
          )}
          {/* what the buyer asks stands on no label: where there is little room, the rest is cut before it */}
          {parcel.buyerNote && (
            <Note tone="kunyit" size="desk" icon={IconMessage2} title={w.buyerNote}>
              <strong>{parcel.buyerNote}</strong>
            </Note>
          )}
          <dl>
            {parcel.courier && (
              <div>
                <dt className="quiet nowrap">{w.courier}</dt>
                <Told>{parcel.courier}</Told>
              </div>
            )}
            <div data-gives-way={parcel.buyerNote !== '' || undefined}>
              <dt className="quiet nowrap">{w.buyer}</dt>
              <Told>{parcel.buyer}</Told>
            </div>
            {parcel.shipBy && (
              <div>
                <dt className="quiet nowrap">{w.deadline}</dt>
                <Told>
                  <DeadlineText at={parcel.shipBy} />
                </Told>
              </div>
            )}
          </dl>
        </>
      }
      acts={
        onTakeOver ? (
          <ActionButton
            icon={IconHandGrab}
            shortcut={shortcuts.openElsewhere.takeOver}
            kind="primary"
            size="desk"
            isWide
            onAct={onTakeOver}
          />
        ) : (
          <div className={classes.slots}>
            <span>
              {isWorkedOn && (
                <ActionButton icon={IconBan} shortcut={shortcuts.parcel.short} size="desk" isWide onAct={onShort} />
              )}
            </span>
            <span>
              {isWorkedOn && (
                <ActionButton
                  icon={IconPlayerPause}
                  shortcut={shortcuts.parcel.hold}
                  size="desk"
                  isWide
                  onAct={onHold}
                />
              )}
              {parcel.standing === 'held' && (
                <ActionButton
                  icon={IconPlayerPlay}
                  shortcut={shortcuts.heldParcel.release}
                  size="desk"
                  isWide
                  onAct={onRelease}
                />
              )}
            </span>
            <ActionButton icon={IconPrinter} shortcut={shortcuts.parcel.reprint} size="desk" isWide onAct={onPrint} />
            {(isWorkedOn || isClosed) && (
              <ActionButton
                label={isClosed ? w.openAgain : w.startOver}
                icon={IconRotate}
                shortcut={shortcuts.parcel.startOver}
                size="desk"
                isWide
                onAct={onStartOver}
                {...(parcel.scanned === 0 ? { disabledBecause: w.startOverNeeds } : {})}
              />
            )}
            {isWorkedOn && (
              <ActionButton
                label={w.done}
                icon={IconCircleCheck}
                shortcut={standingShortcuts.main}
                kind="primary"
                size="desk"
                isWide
                onAct={onDone}
                {...(toMove > 0 ? { disabledBecause: w.doneNeeds(formatNumber(toMove)) } : {})}
              />
            )}
          </div>
        )
      }
    />
  )
}

const Told = ({ children }: { children: ReactNode }) => (
  <Box component="dd" ml="auto" className="strong right breaks">
    {children}
  </Box>
)
