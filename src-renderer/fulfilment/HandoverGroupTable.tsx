import { Flex } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import type { HandoverGroup } from '../../src-shared/fulfilment/fulfilment.ts'
import { labelWords } from '../../src-shared/fulfilment/labels.words.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useWords } from '../design/language.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import classes from './desk.module.css'

/** The packed parcels of one courier, checked ones with a filled sign. */
export function HandoverGroupTable({ group, checked }: { group: HandoverGroup; checked: ReadonlySet<string> }) {
  const w = useWords(packWords)
  const { courierUnknown } = useWords(labelWords)
  const done = group.parcels.filter(({ parcelId }) => checked.has(parcelId)).length
  return (
    <section>
      <h2 className={classes.groupTitle}>
        {group.courier || courierUnknown}
        <span className={classes.groupCount}>
          {w.handoverGroup(formatNumber(done), formatNumber(group.parcels.length))}
        </span>
      </h2>
      <table className={classes.groupTable}>
        <tbody>
          {group.parcels.map((parcel) => (
            <tr key={parcel.parcelId} data-done={checked.has(parcel.parcelId) || undefined}>
              <td>
                {checked.has(parcel.parcelId) ? (
                  <IconCircleCheckFilled size={30} color="var(--lb-jolawe)" role="img" aria-label={w.done} />
                ) : (
                  <IconCircleDashed size={30} color="var(--lb-tinta3)" aria-hidden />
                )}
              </td>
              <td>
                <Flex component="span" align="center" gap={14}>
                  <ChannelTile channel={parcel.channel} />
                  <span className={classes.queueNumber}>{parcel.trackingNumber || parcel.orderNumber}</span>
                </Flex>
              </td>
              <td>
                {parcel.state === 'cancelled' || parcel.state === 'cancel_requested' ? (
                  <StatusChip state={parcel.state} isFilled />
                ) : parcel.isChanged ? (
                  <strong className={classes.changed}>{w.changedAtDoor}</strong>
                ) : (
                  parcel.buyer
                )}
              </td>
              <td className="right nowrap">{parcel.isCod ? 'COD' : ''}</td>
              <td className="right nowrap">{formatNumber(parcel.pieces)} pcs</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
