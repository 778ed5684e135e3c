import { IconLinkOff, IconReplace } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { Order, OrderLine } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { waysOutWords } from '../../../src-shared/orders/ways-out.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useMay } from '../../base/use-me.ts'
import { usePhoto } from '../../base/use-photo.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Chip } from '../../design/Chip.tsx'
import { Columns } from '../../design/Columns.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { GoodsPhoto } from '../../design/photos/GoodsPhoto.tsx'
import { showToast } from '../../design/toast.tsx'
import classes from './panel.module.css'

/** What was ordered: picture, name, size and shelf, or the way to map it. */
export const OrderGoods = ({ order }: { order: Order }) => (
  <>
    {order.lines.map((line) => (
      <Line key={line.line} order={order} line={line} />
    ))}
  </>
)

/** Our own name and, below it, what the channel calls the goods. */
const titleOf = ({ goodsName, productName, variationName }: OrderLine) =>
  [...new Set([wholeName(goodsName), [productName, variationName].filter(Boolean).join(', ')])].join('\n')

function Line({ order, line }: { order: Order; line: OrderLine }) {
  const w = useWords(ordersWords)
  const [, go] = useLocation()
  const photo = usePhoto(line.variant?.photoId ?? null)
  const detail = line.variant
    ? [line.variant.sku, line.variant.shelf ? w.shelf(line.variant.shelf) : w.noShelf]
    : [line.channelSku]
  const returned = line.returnedPieces > 0 ? w.returnedPieces(formatNumber(line.returnedPieces)) : ''
  return (
    <Columns of="36px minmax(0, 1fr) auto auto" gap="2px 10px" align="center" p="4px 0">
      <GoodsPhoto
        name={line.goodsName.product}
        category={line.variant?.category}
        colour={line.goodsName.colour}
        src={photo}
        size={36}
      />
      <div>
        <GoodsName goods={line.goodsName} layout="whole" title={titleOf(line)} />
        <div className="quiet small">{[...detail, returned].filter(Boolean).join(', ')}</div>
      </div>
      <span className="serif">×{formatNumber(line.pieces)}</span>
      <span className="right">
        <MoneyText amount={line.price * line.pieces} />
      </span>
      {line.sentInstead && <SentInstead order={order} line={line} sent={line.sentInstead} />}
      {!line.variant && (
        <div className={classes.unmapped}>
          <Chip icon={IconLinkOff} tone="kunyit" isFilled>
            {w.notMapped}
          </Chip>
          <ActionButton
            label={w.mapIt}
            size="small"
            onAct={() => go(`/toko/pemetaan?query=${encodeURIComponent(line.channelSku || line.productName)}`)}
          />
        </div>
      )}
    </Columns>
  )
}

/** Other goods go out for this line, as agreed with the buyer; taken back as long as nothing is packed. */
function SentInstead({
  order,
  line,
  sent,
}: {
  order: Order
  line: OrderLine
  sent: NonNullable<OrderLine['sentInstead']>
}) {
  const w = useWords(waysOutWords)
  const mayChange = useMay('orders.sendInstead')
  const asSold = useMutation(
    api.orders.sendInstead.mutationOptions({ onSuccess: () => showToast({ text: w.sentAsSold }) }),
  )
  return (
    <div className={classes.unmapped}>
      <Chip icon={IconReplace} tone="langit" isFilled>
        {w.replaced(wholeName(sent.goodsName))}
      </Chip>
      <span className="quiet small">{[sent.sku, sent.note].filter(Boolean).join('. ')}</span>
      {line.maySendInstead && mayChange && (
        <ActionButton
          label={w.asSold}
          size="small"
          isBusy={asSold.isPending}
          onAct={() => asSold.mutate({ id: order.id, line: line.line, variantId: null, note: '' })}
        />
      )}
      <RefusalNotice error={asSold.error} />
    </div>
  )
}
