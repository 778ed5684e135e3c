import { type ReactNode, useCallback, useState } from 'react'
import { type GoodsName as Name, partsOfName, wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { ColourName } from './ColourName.tsx'
import classes from './GoodsName.module.css'
import { ShortName } from './ShortName.tsx'

export interface GoodsNameProps {
  goods: Name
  /** `line`: one line, for cells. `stacked`: the product above, its variation below, for panels and the palette. `whole`: wraps and loses nothing. */
  layout?: 'line' | 'stacked' | 'whole'
  /** Says more than the name when the pointer rests: the channel's own title, say. */
  title?: string
  /** What always follows at once, as "+2" for further goods; never cut. */
  more?: ReactNode
}

/**
 * The name of goods in the room there is. Only the product's name gives way, by whole words (`short-name.ts`): first those that its
 * neighbours have too (stand `GoodsNames` around the list), last those without which it would be called like another; one without
 * neighbours or the same in every row keeps its beginning. Motif, colour with its swatch and size are never cut. The whole name is
 * the title, and what is read out, copied and found in the page.
 *
 *   <GoodsName goods={row.goodsName} />                           an answer that names goods carries `goodsName`
 *   <GoodsName goods={goodsNameOf(variant)} layout="stacked" />   of a Variant or a StockRow
 *   <GoodsName goods={{ product: item.name, motif: '', colour: item.colour, size: item.size }} />   of a parcel's item
 *   wholeName(goods)                                              for sentences, titles, sorting, exports
 *   <ColourName colour={item.colour} />                           colour and swatch alone, in any size of text
 *
 * The cell or column around it needs `min-width: 0` and about 180 px.
 */
export function GoodsName({ goods, layout = 'line', title, more }: GoodsNameProps) {
  const { product, motif, colour, size } = partsOfName(goods)
  const whole = wholeName(goods)
  const [shift, setShift] = useState<string>()
  // the room itself stays as it is measured: only what follows moves to the words
  const follow = useCallback(
    (width: number, isAll: boolean) =>
      setShift(width === 0 ? undefined : `calc(${-width}px - ${isAll ? 'var(--sela)' : '0px'})`),
    [],
  )
  // what stands between the parts of the whole name: read out and copied, while the eye has gaps
  const [afterProduct, afterMotif, afterColour] = [
    motif || colour || size ? (product === goods.product ? ', ' : ' ') : '',
    colour || size ? ', ' : '',
    size ? ', ' : '',
  ]
  return (
    <span className={classes.goods} data-layout={layout} title={title ?? whole}>
      {product && (
        <span className={classes.product}>
          {layout === 'whole' ? (
            product
          ) : (
            <ShortName name={product} {...(layout === 'line' ? { onUnused: follow } : {})} />
          )}
          <span className={classes.unseen}>{afterProduct}</span>
        </span>
      )}
      {(motif || colour || size || more) && (
        <span className={classes.variation} style={layout === 'line' && shift ? { left: shift } : undefined}>
          {motif && (
            <span className={classes.motif}>
              {motif}
              <span className={classes.unseen}>{afterMotif}</span>
            </span>
          )}
          <ColourName colour={colour} after={afterColour} />
          {size && <span className={classes.size}>{size}</span>}
          {more && <span className="keeps-size quiet">{more}</span>}
        </span>
      )}
    </span>
  )
}
