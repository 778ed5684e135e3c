import type { ReactNode } from 'react'
import { type GoodsName as Name, partsOfName, wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { ColourName } from './ColourName.tsx'
import { headAndTail, type NameRun, nameRuns, roomOf } from './common-words.ts'
import classes from './GoodsName.module.css'
import { useWordsInView } from './GoodsNames.tsx'

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
 * The name of goods in the room there is. Only the product's name gives way: first the words that its neighbours have too (stand
 * `GoodsNames` around the list), last those without which it would be called like another; of a name that shares none the middle; one without neighbours or the same in every row
 * keeps its beginning. Motif, colour with its swatch and size are never cut. The whole name is the title, and what is read out,
 * copied and found in the page.
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
          {layout === 'whole' ? product : <ShortProduct name={product} />}
          <span className={classes.unseen}>{afterProduct}</span>
        </span>
      )}
      {(motif || colour || size || more) && (
        <span className={classes.variation}>
          {motif && (
            <span className={classes.motif}>
              {motif}
              <span className={classes.unseen}>{afterMotif}</span>
            </span>
          )}
          <ColourName colour={colour} after={afterColour} />
          {size && <span className={classes.size}>{size}</span>}
          {more && <span className={classes.more}>{more}</span>}
        </span>
      )}
    </span>
  )
}

function ShortProduct({ name }: { name: string }) {
  const words = useWordsInView()
  const runs = nameRuns(name, words)
  const [only] = runs
  if (words.names > 1 && runs.length === 1 && only?.worth === 'tells') {
    const [head, tail] = headAndTail(only.text)
    return (
      <>
        <Run text={head} worth="tells" />
        {tail && (
          <span className={classes.tail}>
            <bdi dir="ltr">{` ${tail}`}</bdi>
          </span>
        )}
      </>
    )
  }
  return <Runs runs={runs} />
}

/** Words that do not tell, where others follow: they are shown with four letters or not at all, and leave no gap. */
function Runs({ runs }: { runs: readonly NameRun[] }) {
  const [first, ...rest] = runs
  if (!first) return null
  if (first.worth === 'tells' || rest.length === 0)
    return (
      <>
        <Run {...first} />
        <Runs runs={rest} />
      </>
    )
  return (
    <span className={classes.parted}>
      <Run {...first} isLead />
      <span className={classes.rest} style={{ flexBasis: `${roomOf(rest)}em` }}>
        <Runs runs={rest} />
      </span>
    </span>
  )
}

/** The space behind it is a margin, so that dots do not take its room. */
function Run({ text, worth, isLead }: NameRun & { isLead?: boolean }) {
  const words = text.trimEnd()
  return (
    <span className={classes.run} data-worth={worth} data-lead={isLead}>
      <span className={classes.words}>
        {words}
        <span className={classes.unseen}>{text.slice(words.length)}</span>
      </span>
    </span>
  )
}
