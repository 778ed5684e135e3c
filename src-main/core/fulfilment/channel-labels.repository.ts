import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Reader, Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'

/** The courier's own labels, as the channels give them: bytes that are printed as they came. */
export interface ChannelLabel {
  mediaType: 'application/pdf' | 'image/png'
  bytes: Uint8Array
}

export async function channelLabelsOf(reader: Reader, orderIds: readonly string[]): Promise<Map<string, ChannelLabel>> {
  const rows = await reader
    .selectFrom('channel_label')
    .select(['order_id', 'media_type', 'bytes'])
    .where('order_id', 'in', valuesIn(orderIds))
    .where('bytes', 'is not', null)
    .execute()
  return new Map(
    rows.map((row) => {
      const { order_id, media_type, bytes } = openedRow('channel_label', row)
      return [order_id, { mediaType: media_type as ChannelLabel['mediaType'], bytes: bytes! }]
    }),
  )
}

export async function saveChannelLabel(tx: Tx, orderId: string, label: ChannelLabel, at: Instant): Promise<void> {
  const { order_id, ...columns } = sealedFor(tx, 'channel_label', {
    order_id: orderId,
    media_type: label.mediaType,
    bytes: Buffer.from(label.bytes),
    got_at: at,
    trouble: null,
  })
  await tx
    .insertInto('channel_label')
    .values({ order_id, next_at: at, ...columns })
    .onConflict((conflict) => conflict.column('order_id').doUpdateSet(columns))
    .execute()
}

/** It was asked for in vain; `trouble` is the channel's word, null while it is still drawn. */
export async function noteLabelMissed(
  tx: Tx,
  orderId: string,
  { nextAt, trouble }: { nextAt: Instant; trouble: unknown },
): Promise<void> {
  const said = trouble === null ? null : JSON.stringify(trouble)
  await tx
    .insertInto('channel_label')
    .values({
      order_id: orderId,
      media_type: '',
      bytes: null,
      got_at: null,
      attempts: 1,
      next_at: nextAt,
      trouble: said,
    })
    .onConflict((conflict) =>
      conflict.column('order_id').doUpdateSet((row) => ({
        attempts: row('channel_label.attempts', '+', 1),
        next_at: nextAt,
        trouble: said,
      })),
    )
    .execute()
}

export interface OrderWithoutLabel {
  orderId: string
  number: string
  waybill: string
  attempts: number
  nextAt: Instant
}

/** Orders of a shop whose courier is arranged and whose label is not here, the most urgent first; only those that are due by `at`. */
export async function ordersWithoutLabel(
  reader: Reader,
  shopId: string,
  at: Instant,
  limit: number,
): Promise<OrderWithoutLabel[]> {
  return reader
    .selectFrom('sales_order as o')
    .leftJoin('channel_label as l', 'l.order_id', 'o.id')
    .select(({ fn, val }) => [
      'o.id as orderId',
      'o.number',
      'o.tracking_number as waybill',
      fn.coalesce('l.attempts', val(0)).as('attempts'),
      fn.coalesce('l.next_at', val(0)).as('nextAt'),
    ])
    .where('o.shop_id', '=', shopId)
    .where('o.tab', '=', 'to_ship')
    .where('o.channel_state', '=', 'arranged')
    .where('o.withdrawn_at', 'is', null)
    .where('l.bytes', 'is', null)
    .where(({ eb }) => eb.or([eb('l.next_at', 'is', null), eb('l.next_at', '<=', at)]))
    .orderBy('o.sort_key')
    .orderBy('o.seq')
    .limit(limit)
    .execute()
}

const KEPT_MS = 45 * 86_400_000

/** Long after a parcel left nobody prints its label any more, and a buyer's address stands on it. */
export async function forgetOldLabels(tx: Tx, shopId: string, now: Instant): Promise<void> {
  await tx
    .deleteFrom('channel_label')
    .where('order_id', 'in', ({ selectFrom }) =>
      selectFrom('sales_order')
        .select('id')
        .where('shop_id', '=', shopId)
        .where('placed_at', '<', now - KEPT_MS),
    )
    .execute()
}
