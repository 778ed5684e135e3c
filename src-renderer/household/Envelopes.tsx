import { Box, Flex, Group } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheckFilled, IconCopy, IconInfoCircle, IconPencil } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { HouseholdMonth } from '../../src-shared/household/household.contract.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'
import { EnvelopeRow } from './EnvelopeRow.tsx'
import classes from './household.module.css'
import { householdShortcuts } from './household.shortcuts.ts'

/** Jatah Rumah Tangga: the envelopes, the largest first. A budget is changed in place; E walks them all, Enter by Enter. */
export function Envelopes({ facts }: { facts: HouseholdMonth }) {
  const w = useWords(householdWords)
  const [queue, setQueue] = useState<readonly string[]>([])
  const [editing, ...later] = queue
  const box = useRef<HTMLDivElement>(null)
  const { month, envelopes, budgeted, spent, money } = facts
  const copy = useMutation(
    api.household.copyBudget.mutationOptions({ onSuccess: ({ copied }) => showToast({ text: w.copied(copied) }) }),
  )
  const set = useMutation(api.household.setBudget.mutationOptions())
  const isNoneSet = budgeted === 0 && spent === 0
  const left = envelopes.reduce((sum, each) => sum + Math.max(0, each.budget - each.spent), 0)
  const sorted = envelopes.toSorted((a, b) => Math.max(b.budget, b.spent) - Math.max(a.budget, a.spent))
  // the field is gone by the next frame, and whoever typed in it goes on from its row
  const focusOn = (account: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-budget="${account}"]`)?.focus())
  return (
    <div className={classes.middle}>
      <Section
        title={w.envelopes}
        aside={
          <Flex component="span" gap={2} className={classes.acts}>
            <ActionButton
              icon={IconPencil}
              size="small"
              kind="quiet"
              shortcut={householdShortcuts.page.setBudgets}
              onAct={() => setQueue(sorted.map(({ account }) => account))}
            />
            <ActionButton
              icon={IconCopy}
              size="small"
              kind="quiet"
              shortcut={householdShortcuts.page.copyLast}
              isBusy={copy.isPending}
              onAct={() => copy.mutate({ month })}
            />
          </Flex>
        }
      >
        <RefusalNotice error={set.error ?? copy.error} />
        <Box py={4} className="surface" ref={box}>
          {sorted.map((envelope) => (
            <EnvelopeRow
              key={envelope.account}
              envelope={envelope}
              month={month}
              isEditing={editing === envelope.account}
              onEdit={() => setQueue([envelope.account])}
              onDone={(amount, by) => {
                const goesOn = by === 'key' && amount !== null
                setQueue(goesOn ? later : [])
                if (by === 'key' && !(goesOn && later.length > 0)) focusOn(envelope.account)
                if (amount !== null && amount !== envelope.budget)
                  set.mutate({ month, account: envelope.account, amount })
              }}
            />
          ))}
          <Group justify="space-between" py={8} wrap="nowrap">
            <Flex component="span" direction="column">
              <strong>{w.sum}</strong>
              <span className="quiet small">{w.spentOf(formatRupiah(spent), formatRupiah(budgeted))}</span>
            </Flex>
            <strong>
              {spent > budgeted ? w.over(formatRupiah(spent - budgeted)) : w.left(formatRupiah(budgeted - spent))}
            </strong>
          </Group>
        </Box>
      </Section>
      <Note
        tone={isNoneSet ? 'langit' : money < left ? 'kunyit' : 'jolawe'}
        icon={isNoneSet ? IconInfoCircle : money < left ? IconAlertTriangle : IconCircleCheckFilled}
      >
        {isNoneSet
          ? w.noneSet(formatRupiah(money))
          : left === 0
            ? w.allSpent(formatRupiah(money))
            : money < left
              ? w.notEnough(formatRupiah(money), formatRupiah(left))
              : w.enough(formatRupiah(money), formatRupiah(left))}
      </Note>
    </div>
  )
}
