import { Flex, Group, Text } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { ImportOutcome } from '../../../src-shared/channels/channels.ts'
import { countsOf } from '../../../src-shared/channels/counts-of.ts'
import { importWords, recordWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { choiceAt } from '../../design/hotkeys/shortcuts.ts'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { importWork } from '../import-work.ts'
import { partsOf } from './parts-of.ts'

/** The result, and what it asks for next; the first step is the main one. */
export function NextSteps({ outcome }: { outcome: ImportOutcome }) {
  const w = useWords(importWords)
  const [, go] = useLocation()
  const { language } = useLocale()
  const records = useWords(recordWords)[outcome.kind]
  const { added, changed, unchanged, keptOut } = countsOf(outcome)
  const taken = added + changed
  const steps = partsOf(outcome).steps(outcome, language)
  return (
    <Card>
      <Flex component="h2" align="center" gap={8} mb={2} className="heading">
        <IconCircleCheckFilled size={20} color="var(--lb-jolawe)" aria-hidden />
        {taken === 0 ? w.doneSame : w.doneTitle(formatNumber(taken), records)}
      </Flex>
      <Text component="p" mb={6} fz="sm" c="dimmed" role="status">
        {w.doneBody(formatNumber(added), formatNumber(changed), formatNumber(unchanged))}{' '}
        {keptOut > 0 && w.doneProblems(formatNumber(keptOut), records)}
      </Text>
      {steps.map(({ label, why, path, before }, index) => (
        <Group key={path} justify="space-between" gap={12} wrap="nowrap" p="8px 0" className="line-between">
          <span className="quiet small">{why}</span>
          <ActionButton
            label={label}
            kind={index === 0 ? 'primary' : 'secondary'}
            shortcut={index === 0 ? standingShortcuts.main : choiceAt(index, label)}
            onAct={() => {
              before?.()
              importWork.startOver()
              go(path)
            }}
          />
        </Group>
      ))}
      <Group justify="space-between" gap={12} wrap="nowrap" p="8px 0" className="line-between">
        <span />
        <ActionButton label={w.another} kind="quiet" shortcut={standingShortcuts.back} onAct={importWork.startOver} />
      </Group>
    </Card>
  )
}
