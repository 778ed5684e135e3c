import { IconSchool } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { client } from '../base/api.ts'
import { openPractice } from '../base/practice.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import classes from './SettingsPage.module.css'

export function PracticeSection({ isPractice }: { isPractice: boolean }) {
  const w = useWords(settingsWords)
  const open = useMutation({ mutationFn: () => openPractice(client) })
  return (
    <Section title={w.practice}>
      <Card>
        <div className={classes.line}>
          <p className={classes.muted}>{isPractice ? w.isPractice : w.practiceHow}</p>
          {!isPractice && (
            <ActionButton
              label={w.openPractice}
              icon={IconSchool}
              onAct={() => open.mutate()}
              isBusy={open.isPending}
            />
          )}
        </div>
        <RefusalNotice error={open.error} />
      </Card>
    </Section>
  )
}
