import { Flex } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './desk.module.css'

/** What the couriers took today, newest first; a hand-over pressed by mistake is taken back here. */
export function HandedOverToday({ onUndo }: { onUndo: (parcelIds: string[]) => void }) {
  const w = useWords(packWords)
  const { zone } = useLocale()
  const { data } = useQuery(api.fulfilment.handover.today.queryOptions())
  if (!data || data.length === 0) return null
  return (
    <details>
      <summary className={classes.groupTitle}>
        {w.handedOverToday}
        <span className={classes.groupCount}>{formatNumber(data.length)}</span>
      </summary>
      <table className={classes.groupTable}>
        <tbody>
          {data.map((parcel) => (
            <tr key={parcel.parcelId}>
              <td className="nowrap" style={{ width: 84, lineHeight: 'inherit' }}>
                {formatClock(parcel.at, zone)}
              </td>
              <td>
                <Flex component="span" align="center" gap={14}>
                  <ChannelTile channel={parcel.channel} />
                  <span className={classes.queueNumber}>{parcel.trackingNumber || parcel.orderNumber}</span>
                </Flex>
              </td>
              <td>{[parcel.courier, parcel.buyer].filter(Boolean).join(', ')}</td>
              <td className="right nowrap">{formatNumber(parcel.pieces)} pcs</td>
              <td className="right" style={{ width: 160 }}>
                {parcel.mayBeUndone ? (
                  <ActionButton label={w.undoHandover} icon={IconArrowBackUp} onAct={() => onUndo([parcel.parcelId])} />
                ) : (
                  w.onItsWay
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
