import classes from './FileName.module.css'
import { fileNameInParts } from './short-code.ts'

/** The name of a file in one line. Its end has the dates and stays; the middle gives way. */
export function FileName({ name }: { name: string }) {
  const [head, tail] = fileNameInParts(name)
  return (
    <span className={classes.name} title={name}>
      <span className={classes.head}>{head}</span>
      {tail && (
        <span className={classes.tail}>
          <bdi dir="ltr">{tail}</bdi>
        </span>
      )}
    </span>
  )
}
