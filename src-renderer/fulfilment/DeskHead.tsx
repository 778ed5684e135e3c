import { Box, Flex } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useNow } from '../design/clock.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import type { Shortcut } from '../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './desk.module.css'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'

const MOST_MARKS = 24

const SECTIONS = [
  { section: 'pick', path: '/kemas/ambil' },
  { section: 'pack', path: '/kemas' },
  { section: 'handover', path: '/kemas/serah' },
] as const

export type DeskSection = (typeof SECTIONS)[number]['section']

/** The desk's own head: where one is, how far the day has come, and the way out. */
export function DeskHead({ section }: { section: DeskSection }) {
  const w = useWords(packWords)
  const { zone } = useLocale()
  const now = useNow()
  const [, go] = useLocation()
  const { data } = useQuery(api.fulfilment.progress.queryOptions())
  const packed = data?.packedToday ?? 0
  const all = packed + (data?.waiting ?? 0)
  return (
    <header className={classes.head}>
      <button
        type="button"
        className={classes.leave}
        onClick={() => go('/')}
        aria-keyshortcuts={ariaKeys(standingShortcuts.back.keys)}
      >
        <Kbd keys={standingShortcuts.back.keys} />
        <span className="hanya-terdengar">{w.leave}</span>
      </button>
      <Box component="h1" fz={26} className="serif nowrap">
        {w.desk}
      </Box>
      <Flex component="nav" gap={4} aria-label={w.desk}>
        {SECTIONS.map((each) => (
          <SectionLink
            key={each.section}
            shortcut={fulfilmentShortcuts.sections[each.section]}
            label={w[each.section]}
            isHere={each.section === section}
            onGo={() => go(each.path)}
          />
        ))}
      </Flex>
      <div className={classes.marks} aria-hidden>
        {all <= MOST_MARKS &&
          Array.from({ length: all }, (_, index) => (
            <span key={index} data-done={index < packed || undefined} data-now={index === packed || undefined} />
          ))}
        {all > MOST_MARKS && (
          <span className={classes.bar}>
            <Box component="span" display="block" w={`${(packed / all) * 100}%`} h="100%" bg="var(--lb-jolawe)" />
          </span>
        )}
      </div>
      <div className={classes.counter}>{w.dayCounter(formatNumber(packed), formatNumber(data?.packed ?? 0))}</div>
      <div className="quiet nowrap">
        {formatClock(now, zone)} {zone}
      </div>
    </header>
  )
}

function SectionLink({
  label,
  shortcut,
  isHere,
  onGo,
}: {
  label: string
  shortcut: Shortcut
  isHere: boolean
  onGo: () => void
}) {
  useHotkey(shortcut, onGo, { inFields: true })
  return (
    <button
      type="button"
      className={classes.section}
      aria-current={isHere ? 'page' : undefined}
      aria-keyshortcuts={shortcut.keys}
      onClick={onGo}
    >
      {label} <Kbd keys={shortcut.keys} />
    </button>
  )
}
