import { Box, Flex } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ParcelItem } from '../../src-shared/fulfilment/fulfilment.ts'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ColourName } from '../design/goods/ColourName.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import { ItemPhoto } from './ItemPhoto.tsx'
import { fullName } from './verdict-look.ts'

const MOST_TICKS = 4
/** Keys 1 to 9; rows after the ninth are touched. */
const MOST_KEYS = 9

export interface ParcelItemRowProps {
  item: ParcelItem
  /** Its place in the list, and its key. */
  number: number
  isNext: boolean
  isDoubted: boolean
  /** Whether there is room for a large picture. */
  isRoomy: boolean
  /** Lays one piece in by hand, or takes one out; null where that is not to be done. */
  onTick: (() => void) | null
}

/** One kind of goods: picture, colour, name, shelf, size, and how many of them lie in the parcel. */
export function ParcelItemRow({ item, number, isNext, isDoubted, isRoomy, onTick }: ParcelItemRowProps) {
  const w = useWords(packWords)
  const surplus = item.scanned - item.pieces
  const act = surplus > 0 ? w.takeOutByHand(fullName(item)) : w.confirmByHand(fullName(item))
  const key = onTick && number <= MOST_KEYS ? choiceAt(number - 1, act) : undefined
  useHotkey(key, () => onTick?.())
  const ring = (surplus > 0 && 'mengkudu') || (isDoubted && 'kunyit-isi') || (isNext && 'nila-teks')
  const count = (
    <>
      {surplus > 0 && <strong className="bad">{w.takeOut(formatNumber(surplus))}</strong>}
      {surplus <= 0 && item.pieces <= MOST_TICKS && <Ticks item={item} />}
      <Flex component="span" align="baseline" gap={8} className={classes.count}>
        <Box component="strong" fz={30}>
          {formatNumber(item.scanned)}
        </Box>{' '}
        {w.of(formatNumber(item.pieces))}
        {key && <Kbd keys={key.keys} />}
      </Flex>
    </>
  )
  return (
    <li
      className={classes.item}
      style={ring ? { boxShadow: `inset 0 0 0 4px var(--lb-${ring})` } : undefined}
      data-roomy={isRoomy || undefined}
    >
      <ItemPhoto item={item} size={isRoomy ? 116 : 84} />
      <span className={classes.itemWords}>
        {item.colour && (
          <strong className={classes.colour}>
            <ColourName colour={item.colour} />
          </strong>
        )}
        <span className={classes.itemName}>{item.name}</span>
        <span className={classes.itemPlace}>
          <span className="nowrap">
            {item.variantId === null ? w.notMapped : item.shelf ? w.shelf(item.shelf) : w.noShelf}
          </span>
          {item.sku && <span className="kode nowrap">{item.sku}</span>}
        </span>
      </span>
      {item.size && (
        <span className={classes.size}>
          <span>{w.size}</span>
          <strong>{item.size}</strong>
        </span>
      )}
      {onTick ? (
        <button
          type="button"
          className={classes.tally}
          aria-keyshortcuts={key ? ariaKeys(key.keys) : undefined}
          onClick={onTick}
        >
          <span className="hanya-terdengar">{act}</span>
          {count}
        </button>
      ) : (
        <span className={classes.tally}>{count}</span>
      )}
    </li>
  )
}

const Ticks = ({ item: { pieces, scanned } }: { item: ParcelItem }) => (
  <Flex component="span" justify="center" gap={5} aria-hidden>
    {Array.from({ length: pieces }, (_, index) => (
      <span key={index} className={classes.tick} data-done={index < scanned || undefined}>
        {index < scanned && <IconCheck size={24} stroke={3} />}
      </span>
    ))}
  </Flex>
)
