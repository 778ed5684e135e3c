import { coloursOf } from '../../../src-shared/catalog/colour-words.ts'
import classes from './GoodsName.module.css'

/**
 * A colour as its seller says it, behind a swatch of each colour that the words tell. A word that is not known to be a
 * colour stands alone: nothing is invented. Takes the size of the text it stands in;
 * `after` is read out behind it.
 */
export function ColourName({ colour, after = '' }: { colour: string; after?: string }) {
  if (colour === '') return null
  return (
    <span className={classes.colour}>
      <ColourSwatch colour={colour} />
      <span className={classes.word}>
        {colour}
        <span className={classes.unseen}>{after}</span>
      </span>
    </span>
  )
}

/** The swatch by itself, for where the word stands beside it; nothing for an unknown colour. */
export function ColourSwatch({ colour }: { colour: string }) {
  const dyes = coloursOf(colour).map(({ dye }) => dye)
  if (dyes.length === 0) return null
  const step = 100 / dyes.length
  const stops = dyes.map((dye, index) => `${dye} ${index * step}% ${(index + 1) * step}%`)
  return (
    <span
      className={classes.swatch}
      style={{ background: `linear-gradient(135deg, ${stops.join(', ')})` }}
      aria-hidden
    />
  )
}
