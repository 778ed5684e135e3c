import { Box, Flex } from '@mantine/core'
import { IconProgress } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { formatClock } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { WorkName, WorkUnderWay } from '../../src-shared/work/work.ts'
import { workWords } from '../../src-shared/work/work.words.ts'
import { client } from '../base/api.ts'
import { useWorkUnderWay } from '../base/work-under-way.ts'
import { importWork } from '../channels/import-work.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Meter } from '../design/Meter.tsx'
import { useLateTrue } from '../design/useLateTrue.ts'
import type { PageName } from './places.ts'
import classes from './WorkBar.module.css'

/** Pages whose figures and lists long work changes. */
const FIGURES: ReadonlySet<PageName> = new Set<PageName>([
  'home',
  'orders',
  'products',
  'stock',
  'purchases',
  'returns',
  'books',
  'payouts',
  'household',
  'shops',
])

/** Where each kind is watched, and whether it has a way back. */
const KINDS: Record<WorkName, { path: string | null; mayStop: boolean }> = {
  import: { path: '/impor', mayStop: true },
  withdrawal: { path: '/toko', mayStop: false },
  mapping: { path: '/toko/pemetaan', mayStop: true },
  costs: { path: null, mayStop: false },
  'start day': { path: '/pengaturan', mayStop: true },
  'fee rule': { path: '/toko/potongan', mayStop: true },
}

/** What is under way and keeps the figures of this page as before, or makes them incomplete; null where it does not, or has only just begun. */
export function useWorkBehindFigures(page: PageName | undefined): WorkUnderWay | null {
  const works = useWorkUnderWay().filter(({ isWaiting }) => !isWaiting)
  const [work = null] = page && FIGURES.has(page) ? works : []
  return useLateTrue(work !== null) ? work : null
}

/** Above the figures that long work changes: how far it is, of which moment they are, the way to it, and Batal. */
export function WorkBar({ work }: { work: WorkUnderWay }) {
  const w = useWords(workWords)
  const { zone } = useLocale()
  const [, go] = useLocation()
  const { id, kind, about, done, total, isStopping, isHalted, answersOf } = work
  const { path, mayStop } = KINDS[kind]
  const what = w[kind](about)
  const said = isHalted ? w.halted(what) : isStopping ? w.stopping(what) : what
  const stop = () => (importWork.isTaking(id) ? importWork.stopTaking() : client.work.stop({ id }))
  return (
    <div className={classes.bar} role="status">
      <IconProgress size={16} aria-hidden />
      <span className="cut" title={said}>
        {said}
      </span>
      {!isHalted && (
        <>
          <span className="strong nowrap">{w.doneOf(formatNumber(done), formatNumber(total), kind)}</span>
          <Box component="span" flex="none" w={96}>
            <Meter percent={total === 0 ? 0 : Math.min(100, (100 * done) / total)} isThin />
          </Box>
        </>
      )}
      <Box component="span" flex="none" className="nowrap">
        {answersOf === null ? w.figuresIncomplete : w.answersOf(formatClock(answersOf, zone))}
      </Box>
      <Flex component="span" gap={4} align="center" flex="none" ml="auto">
        {path && <ActionButton label={w.watch} size="small" kind="quiet" onAct={() => go(path)} />}
        {mayStop && !isStopping && <ActionButton label={w.stop} size="small" kind="quiet" onAct={() => void stop()} />}
      </Flex>
    </div>
  )
}
