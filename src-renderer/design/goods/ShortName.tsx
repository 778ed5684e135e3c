import { useLayoutEffect, useState } from 'react'
import { rankedWords } from './common-words.ts'
import classes from './GoodsName.module.css'
import { useWordsInView } from './GoodsNames.tsx'
import { useRoom } from './measured-text.ts'
import { shortName } from './short-name.ts'

interface ShortNameProps {
  name: string
  title?: string
  /** Hears how much room the words leave behind them: of words that have no place the rest is empty. */
  onUnused?: (width: number, isAll: boolean) => void
}

/**
 * A name in one line of the room there is: whole words only, first those that tell it from its neighbours (stand `GoodsNames`
 * around the list). All of it is read out and copied. For goods take `GoodsName`; of accounts and wallets this is the name itself.
 */
export function ShortName({ name, title, onUnused }: ShortNameProps) {
  const view = useWordsInView()
  const [ref, room] = useRoom<HTMLSpanElement>()
  const words = rankedWords(name, view)
  const short = room && shortName(words, room.width, room.measure)
  const unused = short?.unused ?? 0
  const isAll = short ? !short.isShown.includes(true) : false
  useLayoutEffect(() => onUnused?.(unused, isAll), [unused, isAll, onUnused])
  let hasShown = false
  return (
    <span
      ref={ref}
      className={classes.short}
      data-whole={name}
      data-cut={short?.isCut || undefined}
      data-lacks={short?.lacksTelling || undefined}
      title={title}
    >
      {words.map(({ text, worth }, place) => {
        const isShown = short?.isShown[place] ?? true
        const space = place === 0 ? '' : ' '
        const isFirst = isShown && !hasShown
        hasShown ||= isShown
        return (
          <span key={place} className={isShown ? undefined : classes.unseen} data-worth={worth}>
            {isFirst && space ? <span className={classes.unseen}>{space}</span> : space}
            {text}
          </span>
        )
      })}
    </span>
  )
}

/**
 * Several names: with a sign `between` them all, each with its share of the room, otherwise the first and how many follow. What
 * follows a name moves up to its words: the room stays as it is measured.
 */
export function ShortNames({ names, between }: { names: readonly string[]; between?: string }) {
  const [unused, setUnused] = useState<readonly number[]>([])
  const drawn = between ? names : names.slice(0, 1)
  const hear = (place: number) => (width: number) =>
    setUnused((told) => (told[place] === width ? told : Object.assign([...told], { [place]: width })))
  const movedUp = (place: number) => ({ left: -unused.slice(0, place).reduce((sum, width) => sum + width, 0) })
  return (
    <span className={classes.names} data-names title={names.join(between ?? ', ')}>
      {drawn.map((name, place) => (
        <span key={name} className={classes.oneOfNames} style={movedUp(place)}>
          {place > 0 && <span className={classes.between}>{between}</span>}
          <ShortName name={name} onUnused={hear(place)} />
        </span>
      ))}
      {names.length > drawn.length && (
        <span className={classes.between} style={movedUp(drawn.length)}>
          {' '}
          +{names.length - drawn.length}
        </span>
      )}
    </span>
  )
}
