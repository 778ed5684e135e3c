import { Group, Stack } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { privacyWords } from '../../src-shared/privacy/privacy.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { BuyerDialog } from './BuyerDialog.tsx'

/** Everything that is known of one buyer, and the two things that can be done about it. */
export function BuyerCard({ orderId, onForgotten }: { orderId: string; onForgotten: () => void }) {
  const w = useWords(privacyWords)
  const [act, setAct] = useState<'export' | 'forget' | null>(null)
  const shown = useQuery(api.privacy.show.queryOptions({ input: { orderId } }))
  if (!shown.data) return <RefusalNotice error={shown.error} />
  const { names, usernames, phones, addresses, orders, files, answers, labels, pictures } = shown.data
  const row = (key: 'names' | 'usernames' | 'phones' | 'addresses', texts: readonly string[]) => ({
    key,
    label: w[key],
    value: texts.join('; ') || '–',
  })
  return (
    <Stack gap={12}>
      <KeyValueRows
        isRuled
        rows={[
          row('names', names),
          row('usernames', usernames),
          row('phones', phones),
          row('addresses', addresses),
          { key: 'orders', label: w.orders(orders.length), value: orders.map(({ number }) => number).join(', ') },
          { key: 'where', label: w.where, value: w.traces(files, answers, labels, pictures) },
        ]}
      />
      <Group gap={8}>
        <ActionButton label={w.export} icon={IconDownload} onAct={() => setAct('export')} />
        <ActionButton label={w.forget} icon={IconTrash} kind="destructive" onAct={() => setAct('forget')} />
      </Group>
      {act && (
        <BuyerDialog
          act={act}
          orderId={orderId}
          buyer={shown.data}
          onClose={() => setAct(null)}
          onForgotten={onForgotten}
        />
      )}
    </Stack>
  )
}
