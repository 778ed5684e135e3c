import { Stack } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { useWords } from '../design/language.tsx'
import { DeskHead, type DeskSection } from './DeskHead.tsx'
import classes from './desk.module.css'
import { useMoreBelow } from './use-more-below.ts'

export interface DeskFrameProps {
  section: DeskSection
  /** What the part that scrolls is called. */
  label: string
  /** The column of facts and acts at the right. */
  side?: ReactNode
  /** The work has parts that scroll by themselves; what stands around them never moves. */
  isFixed?: boolean
  children: ReactNode
}

/** The whole window of a desk: its head, what is worked on, and the facts and acts beside it. */
export const DeskFrame = ({ section, label, side, isFixed = false, children }: DeskFrameProps) => (
  <div className={classes.desk}>
    <DeskHead section={section} />
    <main className={classes.work}>
      {isFixed ? (
        <section className={classes.main} data-fixed aria-label={label}>
          {children}
        </section>
      ) : (
        <ScrolledWork label={label}>{children}</ScrolledWork>
      )}
      {side}
    </main>
  </div>
)

/** A desk has no scrollbar: what lies below the edge is said. */
function ScrolledWork({ label, children }: { label: string; children: ReactNode }) {
  const w = useWords(packWords)
  const work = useRef<HTMLElement>(null)
  const isMoreBelow = useMoreBelow(work)
  return (
    <Stack gap={0} flex={1} miw={0} mih={0}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section ref={work} className={classes.main} tabIndex={0} aria-label={label}>
        {children}
      </section>
      {isMoreBelow && (
        <button
          type="button"
          className={classes.moreBelow}
          onClick={() => work.current?.scrollBy({ top: work.current.clientHeight * 0.8 })}
        >
          <IconChevronDown size={22} aria-hidden /> {w.moreBelow}
        </button>
      )}
    </Stack>
  )
}

/** The column beside the work: facts on a card above, large buttons below. */
export const DeskSide = ({ facts, acts }: { facts: ReactNode; acts: ReactNode }) => (
  <aside className={classes.side}>
    <div className={classes.facts}>{facts}</div>
    <div className={classes.acts}>{acts}</div>
  </aside>
)
