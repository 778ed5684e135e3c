import { Fragment, useLayoutEffect } from 'react'
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

/** Several names: with a sign `between` them all, each with its share of the room, otherwise the first and how many follow. */
export function ShortNames({ names, between }: { names: readonly string[]; between?: string }) {
  const drawn = between ? names : names.slice(0, 1)
  return (
    <span className={classes.names} title={names.join(between ?? ', ')}>
      {drawn.map((name, place) => (
        <Fragment key={name}>
          {place > 0 && <span className={classes.between}>{between}</span>}
          <ShortName name={name} />
        </Fragment>
      ))}
      {names.length > drawn.length && <span className={classes.between}> +{names.length - drawn.length}</span>}
    </span>
  )
}
