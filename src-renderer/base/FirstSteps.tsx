import { Box, Flex, Stack } from '@mantine/core'
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { type FirstStep, isTaken, type FirstSteps as Steps } from '../../src-shared/reports/first-steps.ts'
import { firstStepsWords } from '../../src-shared/reports/first-steps.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'
import { api } from './api.ts'
import classes from './FirstSteps.module.css'
import { useRemembered } from './remembered.ts'

const PATHS: Record<FirstStep, string> = {
  orders: '/impor',
  mapping: '/toko/pemetaan',
  stock: '/stok/awal',
  cost: '/stok/awal',
  'opening balance': '/pembukuan/awal',
  sender: '/pengaturan?setting=address',
  label: '/pesanan',
}

/** Whether the list was put away on this laptop, by hand or because all of it was done. */
const PUT_AWAY = 'langkah.tutup'

/** On Beranda: one line with the next step, the whole list on demand; gone for good once all is done. */
export function FirstStepsLine({ isOpenAtFirst = false }: { isOpenAtFirst?: boolean }) {
  const w = useWords(firstStepsWords)
  const [isPutAway, putAway] = useRemembered(PUT_AWAY, false)
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const steps = useQuery(api.reports.firstSteps.queryOptions({ enabled: !isPutAway })).data
  const next = steps?.find((step) => !isTaken(step))
  const isAllDone = steps !== undefined && next === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it becomes true
  useEffect(() => {
    if (isAllDone) putAway(true)
  }, [isAllDone])
  if (isPutAway || !steps || !next) return null
  const hide = () => {
    putAway(true)
    showToast({ text: w.dismissed, undo: () => putAway(false) })
  }
  return (
    // the page scrolls rather than squeeze the list
    <Box flex="none">
      <Card isFlush>
        <Flex gap={12} align="center" mih={44} p="6px 10px 6px 14px">
          <h2 className="heading nowrap">{w.title}</h2>
          <span className="quiet nowrap">{progressOf(steps, w)}</span>
          {!isOpen && (
            <>
              <span className="cut">
                <span className="quiet">{w.next}:</span> {w[next.step]}
              </span>
              <OpenStep step={next.step} />
            </>
          )}
          <Flex component="span" gap={2} align="center" flex="none" ml="auto">
            <ActionButton label={isOpen ? w.fewer : w.all} size="small" kind="quiet" onAct={() => setOpen(!isOpen)} />
            <ActionButton label={w.dismiss} size="small" kind="quiet" onAct={hide} />
          </Flex>
        </Flex>
        {isOpen && <StepList steps={steps} />}
      </Card>
    </Box>
  )
}

/** In Bantuan: the whole list, whether it was put away or not. */
export function FirstStepsSection() {
  const w = useWords(firstStepsWords)
  const steps = useQuery(api.reports.firstSteps.queryOptions()).data
  if (!steps) return null
  return (
    <Section title={w.title} aside={progressOf(steps, w)}>
      <Card isFlush>
        <StepList steps={steps} />
      </Card>
    </Section>
  )
}

const progressOf = (steps: Steps, w: (typeof firstStepsWords)['id']) =>
  w.progress(formatNumber(steps.filter(isTaken).length), formatNumber(steps.length))

function StepList({ steps }: { steps: Steps }) {
  const w = useWords(firstStepsWords)
  return (
    <ol className="ruled">
      {steps.map((each) => {
        const { step, done, of } = each
        const isDone = isTaken(each)
        return (
          <li key={step} className={classes.step}>
            {isDone ? (
              <IconCircleCheckFilled size={18} color="var(--lb-jolawe)" aria-hidden />
            ) : (
              <IconCircleDashed size={18} color="var(--lb-abu)" aria-hidden />
            )}
            <Stack component="span" gap={0} flex={1} miw={0} {...(isDone ? { className: 'quiet' } : {})}>
              <span className={isDone ? undefined : 'strong'}>{w[step]}</span>
              <span className="quiet small">{w[`${step}How`]}</span>
            </Stack>
            {of > 1 && <span className="quiet small nowrap">{w.progress(formatNumber(done), formatNumber(of))}</span>}
            {isDone ? <span className="good small">{done < of ? w.nearly : w.taken}</span> : <OpenStep step={step} />}
          </li>
        )
      })}
    </ol>
  )
}

function OpenStep({ step }: { step: FirstStep }) {
  const w = useWords(firstStepsWords)
  const [, go] = useLocation()
  return <ActionButton label={w.open} title={`${w.open}: ${w[step]}`} size="small" onAct={() => go(PATHS[step])} />
}
