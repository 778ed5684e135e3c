import classes from './CodeText.module.css'
import { shortCode } from './short-code.ts'

/** No. Pesanan, No. Resi, SKU. Long ones show head and tail; the tooltip and the clipboard have all of it. */
export function CodeText({ code }: { code: string }) {
  const [head, hidden, tail] = shortCode(code)
  return (
    <span className="kode" title={hidden ? code : undefined}>
      {head}
      {hidden && <span className={classes.hidden}>{hidden}</span>}
      {tail}
    </span>
  )
}
