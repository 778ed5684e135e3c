import { Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printCommandCards } from './sheets.ts'

/** The cards that are laid beside the scanner, and what they are for. */
export function PrintCommandCards({ label, how }: { label: string; how: string }) {
  const w = useWords(packWords)
  const agrees = useLettersLacking()
  const print = useMutation({ mutationFn: () => printCommandCards(agrees) })
  return (
    <>
      <Group justify="space-between" gap="8px 16px" wrap="nowrap">
        <span className="quiet small">{how}</span>
        <ActionButton
          label={label}
          icon={IconPrinter}
          isBusy={print.isPending}
          busyLabel={w.preparing}
          onAct={() => print.mutate()}
        />
      </Group>
      <PrintNotice error={print.error} />
    </>
  )
}
