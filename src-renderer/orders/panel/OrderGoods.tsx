import { IconLinkOff } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { Order, OrderLine } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { usePhoto } from '../../base/use-photo.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Chip } from '../../design/Chip.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { GoodsPhoto } from '../../design/photos/GoodsPhoto.tsx'
import classes from './panel.module.css'

/** What was ordered: picture, name, size and shelf, or the way to map it. */
export const OrderGoods = ({ order }: { order: Order }) => (
  <>
    {order.lines.map((line) => (
      <Line key={line.line} line={line} />
    ))}
  </>
)

/** Our own name and, below it, what the channel calls the goods. */
const titleOf = ({ goodsName, productName, variationName }: OrderLine) =>
  [...new Set([wholeName(goodsName), [productName, variationName].filter(Boolean).join(', ')])].join('\n')

function Line({ line }: { line: OrderLine }) {
  const w = useWords(ordersWords)
  const [, go] = useLocation()
  const photo = usePhoto(line.variant?.photoId ?? null)
  const detail = line.variant
    ? [line.variant.sku, line.variant.shelf ? w.shelf(line.variant.shelf) : w.noShelf]
    : [line.channelSku]
  const returned = line.returnedPieces > 0 ? w.returnedPieces(formatNumber(line.returnedPieces)) : ''
  return (
    <div className={classes.item}>
      <GoodsPhoto
        name={line.goodsName.product}
        category={line.variant?.category}
        colour={line.goodsName.colour}
        src={photo}
        size={36}
      />
      <div>
        <GoodsName goods={line.goodsName} layout="stacked" title={titleOf(line)} />
        <div className="quiet small">{[...detail, returned].filter(Boolean).join(', ')}</div>
      </div>
      <span className="serif">×{formatNumber(line.pieces)}</span>
      <span className="right">
        <MoneyText amount={line.price * line.pieces} />
      </span>
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
    </div>
  )
}
