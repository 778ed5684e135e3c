import { Group } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { Person } from '../../src-shared/access/access.ts'
import { roleWords } from '../../src-shared/access/access.words.ts'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { printBadge } from '../fulfilment/sheets.ts'

/** A card to be scanned instead of typing a PIN. Its code is told once, on the paper. */
export function PrintBadge({ person }: { person: Person }) {
  const w = useWords(peopleWords)
  const roles = useWords(roleWords)
  const agrees = useLettersLacking()
  const print = useMutation({
    async mutationFn() {
      const { badge } = await client.access.people.makeBadge({ id: person.id })
      await printBadge({ badge, name: person.name, role: roles[person.role] }, agrees)
    },
  })
  return (
    <>
      <Group justify="space-between" gap="8px 16px" wrap="nowrap">
        <span className="quiet small">{w.badgeHow}</span>
        <ActionButton
          label={w.badge}
          icon={IconId}
          isBusy={print.isPending}
          busyLabel={w.printing}
          onAct={() => print.mutate()}
        />
      </Group>
      <RefusalNotice error={print.error} />
    </>
  )
}
