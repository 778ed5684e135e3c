import { Table } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { BackupReason } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { BACKUPS_LOOKED_AT_EVERY_MS } from '../base/use-backup-status.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { megabytes, useMoments } from './use-moments.ts'

/** Every backup there is, newest first, and the way back to each. */
export function BackupList({ onRestore }: { onRestore: (name: string) => void }) {
  const w = useWords(backupWords)
  const { moment } = useMoments()
  const list = useQuery(api.backup.list.queryOptions({ refetchInterval: BACKUPS_LOOKED_AT_EVERY_MS }))
  const why = (reason: BackupReason) => (reason === 'restore' ? w.restoring : w[reason])
  return (
    <Section title={w.list}>
      <Card isFlush>
        <RefusalNotice error={list.error} onRetry={() => list.refetch()} />
        {list.data?.length === 0 && <EmptyState icon={IconDeviceFloppy}>{w.listEmpty}</EmptyState>}
        {list.data && list.data.length > 0 && (
          <Table verticalSpacing={5} horizontalSpacing={14} fz={13}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.when}</Table.Th>
                <Table.Th>{w.why}</Table.Th>
                <Table.Th ta="right">{w.size}</Table.Th>
                <Table.Th>{w.where}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.data.map(({ name, at, reason, bytes, places }) => (
                <Table.Tr key={name}>
                  <Table.Td className="nowrap">{moment(at)}</Table.Td>
                  <Table.Td>{why(reason)}</Table.Td>
                  <Table.Td ta="right" className="nowrap">
                    {megabytes(bytes)}
                  </Table.Td>
                  <Table.Td>{places.map((place) => (place === 'here' ? w.here : w.inSecond)).join(', ')}</Table.Td>
                  <Table.Td ta="right">
                    <ActionButton
                      label={w.restore}
                      title={`${w.restore} ${moment(at)}`}
                      size="small"
                      onAct={() => onRestore(name)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Card>
    </Section>
  )
}
