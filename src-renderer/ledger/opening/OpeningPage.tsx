import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { BooksFrame } from '../BooksFrame.tsx'
import { OpeningForm } from './OpeningForm.tsx'

/** Saldo Awal: what was owned and owed on the day the books begin. */
export function OpeningPage() {
  const opening = useQuery(api.ledger.opening.get.queryOptions())
  const accounts = useQuery(api.ledger.accounts.queryOptions())
  return (
    <BooksFrame tab="opening">
      <Stack flex={1} gap={10} mih={0} p="12px 18px 10px">
        <RefusalNotice error={opening.error ?? accounts.error} onRetry={() => opening.refetch()} />
        {opening.data && accounts.data && <OpeningForm opening={opening.data} accounts={accounts.data} />}
      </Stack>
    </BooksFrame>
  )
}
