import { Stack, TextInput } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'

/** A shop that was only tried is emptied and begun again: asked by its name typed, then once more. */
export function BeginAgainSection({ businessName }: { businessName: string }) {
  const w = useWords(settingsWords)
  const confirm = useConfirm()
  const [typed, setTyped] = useState('')
  const empty = useMutation(
    api.settings.beginAgain.mutationOptions({
      onSuccess() {
        // nothing that this window remembers of the old shop is true any more
        location.hash = '#/'
        location.reload()
      },
    }),
  )
  const isNamed = typed.trim() === businessName
  const ask = async () => {
    const isMeant = await confirm({
      title: w.beginAgainAsk(businessName),
      body: w.beginAgainKept,
      losses: [w.losesGoods, w.losesBooks, w.losesImports],
      action: w.beginAgainAct,
      isDestructive: true,
    })
    if (isMeant) empty.mutate({ businessName: typed })
  }
  return (
    <Section title={w.beginAgain}>
      <Card>
        <Stack gap={10} align="flex-start">
          <p className="quiet small">
            {w.beginAgainWhy} {w.beginAgainKept}
          </p>
          <TextInput
            label={w.beginAgainName(businessName)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            w="100%"
          />
          <ActionButton
            label={w.beginAgainAct}
            icon={IconEraser}
            {...(isNamed ? {} : { disabledBecause: w.beginAgainName(businessName) })}
            isBusy={empty.isPending}
            busyLabel={w.emptying}
            onAct={() => void ask()}
          />
          <RefusalNotice error={empty.error} />
        </Stack>
      </Card>
    </Section>
  )
}
