import { Flex } from '@mantine/core'
import type { Marketplace } from '../../../src-shared/orders/order.ts'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import type { Column } from '../../design/table/columns.ts'

/** A fee as its channel calls it, behind the channel's own mark. */
export const feeNameColumn = <Row extends { channel: Marketplace; name: string }>(head: string): Column<Row> => ({
  id: 'name',
  head,
  kind: 'text',
  width: { share: 1, least: 190 },
  value: ({ name }) => name,
  cell: ({ channel, name }) => (
    <Flex component="span" gap={8} align="center" className="gives-way">
      <ChannelTile channel={channel} />
      <span className="cut">{name}</span>
    </Flex>
  ),
})
