import { Box, Stack } from '@mantine/core'
import type { CSSProperties, HTMLAttributes, ReactNode, Ref } from 'react'
import classes from './CellTable.module.css'

export interface CellColumn {
  /** Empty over a column of buttons. */
  head: string
  /** In px; the one without a width takes what is left. */
  width?: number
  /** In px: how wide it may become where there is room. */
  most?: number
  isRight?: boolean
}

export interface CellTableProps {
  label: string
  columns: readonly CellColumn[]
  /** `CellRow`s. */
  children: ReactNode
  /** The cells of the sum, kept in sight at the foot. */
  total?: ReactNode
  /** Said where there are no rows. */
  empty?: ReactNode
  scroller?: Ref<HTMLDivElement>
  /** In px, for rows that are drawn only where they are seen. */
  height?: number
}

/** How high a row is, for lists that draw only what is seen. */
export const CELL_ROW = 38

const trackOf = ({ width, most }: CellColumn): string =>
  width === undefined ? 'minmax(120px, 1fr)' : most === undefined ? `${width}px` : `minmax(${width}px, ${most}px)`

/** A sheet that is filled in: a head that stays, and rows of words and fields on the same columns. */
export const CellTable = ({ label, columns, children, total, empty, scroller, height }: CellTableProps) => (
  <Stack
    ref={scroller}
    gap={0}
    flex={1}
    className="scrolls line-above"
    style={
      {
        '--columns': columns.map(trackOf).join(' '),
      } as CSSProperties
    }
  >
    <div className={classes.head} aria-hidden>
      {columns.map(({ head, isRight }, index) => (
        <span key={index} className={isRight ? 'right' : undefined}>
          {head}
        </span>
      ))}
    </div>
    {empty ? (
      <Box component="p" m="auto" p={20} ta="center" className="quiet">
        {empty}
      </Box>
    ) : (
      <ul className="placed-rows" aria-label={label} style={height === undefined ? undefined : { height }}>
        {children}
      </ul>
    )}
    {total && <div className={classes.total}>{total}</div>}
  </Stack>
)

interface CellRowProps extends HTMLAttributes<HTMLLIElement> {
  /** In px below the head of the table. */
  start?: number
  /** Stands above the rows that belong to it. */
  isHead?: boolean
}

/** One row; with `start` it stands that many px below the head. */
export const CellRow = ({ start, isHead, ...rest }: CellRowProps) => (
  <li
    className={classes.row}
    data-placed={start === undefined ? undefined : true}
    data-head={isHead || undefined}
    style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
    {...rest}
  />
)
