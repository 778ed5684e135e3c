import { Group } from '@mantine/core'
import { IconBuildingStore, IconSchool } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { client } from '../base/api.ts'
import { openPractice } from '../base/practice.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'

export function PracticeSection({ isPractice }: { isPractice: boolean }) {
  const w = useWords(settingsWords)
  const [, go] = useLocation()
  const open = useMutation({ mutationFn: () => openPractice(client) })
  return (
    <Section title={w.practice}>
      <Card>
        <Group justify="space-between" gap="8px 16px" mih={34}>
          <p className="quiet small">{isPractice ? w.isPractice : w.practiceHow}</p>
          {isPractice ? (
            <ActionButton label={w.openMarket} icon={IconBuildingStore} onAct={() => go('/toko/sambungan')} />
          ) : (
            <ActionButton
              label={w.openPractice}
              icon={IconSchool}
              onAct={() => open.mutate()}
              isBusy={open.isPending}
            />
          )}
        </Group>
        <RefusalNotice error={open.error} />
      </Card>
    </Section>
  )
}
