import type { Marketplace } from '../../../src-shared/orders/order.ts'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import type { Column } from '../../design/table/columns.ts'
import classes from '../shops/shops.module.css'

/** A fee as its channel calls it, behind the channel's own mark. */
export const feeNameColumn = <Row extends { channel: Marketplace; name: string }>(head: string): Column<Row> => ({
  id: 'name',
  head,
  kind: 'text',
  width: { share: 1, least: 190 },
  value: ({ name }) => name,
  cell: ({ channel, name }) => (
    <span className={classes.feeName}>
      <ChannelTile channel={channel} />
      <span>{name}</span>
    </span>
  ),
})
