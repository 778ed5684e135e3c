import { Group, Table } from '@mantine/core'
import { IconDeviceFloppy, IconShieldCheck, IconUserShield } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { settingsWords } from '../../src-shared/settings/settings.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useBackupStatus } from '../base/use-backup-status.ts'
import { useMay } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { SettleAgain } from './SettleAgain.tsx'

/** Where the data lives, and the check that both ledgers agree with themselves. */
export function DataSection() {
  const w = useWords(settingsWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const b = useWords(backupWords)
  const backup = useBackupStatus()
  const [, go] = useLocation()
  const status = useQuery(api.settings.status.queryOptions())
  const verify = useMutation(api.ledger.verify.mutationOptions({ onSuccess: () => status.refetch() }))
  const last = status.data?.lastVerified
  const report = useQuery(api.ledger.lastReport.queryOptions({ enabled: useMay('ledger.lastReport') })).data
  const ago = last ? agoWords(last.at, now, zone, language) : ''
  return (
    <Section title={w.data}>
      <Card>
        <KeyValueRows
          isRuled
          rows={[
            { key: 'folder', label: w.folder, value: <span className="path">{status.data?.dataFolder}</span> },
            ...(status.data?.keptBeforeEmptying
              ? [
                  {
                    key: 'kept',
                    label: w.keptBefore,
                    value: <span className="path">{status.data.keptBeforeEmptying}</span>,
                  },
                ]
              : []),
            { key: 'version', label: w.version, value: status.data?.version },
            {
              key: 'backup',
              label: b.lastBackup,
              value: backup?.last ? agoWords(backup.last.at, now, zone, language) : b.neverMade,
            },
            { key: 'verified', label: w.verified, value: last ? (last.ok ? w.agrees(ago) : w.differs(ago)) : w.never },
          ]}
        />
        <Group justify="space-between" gap="8px 16px" mih={34}>
          <Group gap={8}>
            <ActionButton label={b.open} icon={IconDeviceFloppy} onAct={() => go('/cadangan')} />
            <ActionButton label={w.buyers} icon={IconUserShield} onAct={() => go('/pembeli')} />
          </Group>
          <ActionButton
            label={w.verify}
            icon={IconShieldCheck}
            isBusy={verify.isPending}
            busyLabel={w.verifying}
            onAct={() => verify.mutate({})}
          />
        </Group>
        <SettleAgain isUnfinished={status.data?.isSettlingUnfinished ?? false} onEnd={() => status.refetch()} />
        <RefusalNotice error={verify.error} />
        {report && (
          <Table verticalSpacing={4} fz={13}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{w.check}</Table.Th>
                <Table.Th ta="right">{w.counted}</Table.Th>
                <Table.Th>{w.result}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.findings
                .toSorted((a, b) => Number(a.ok) - Number(b.ok))
                .map(({ check, ok, counted, detail }) => (
                  <Table.Tr key={check}>
                    <Table.Td>{check}</Table.Td>
                    <Table.Td ta="right">{formatNumber(counted)}</Table.Td>
                    <Table.Td
                      className="breaks"
                      c={ok ? undefined : 'var(--lb-mengkudu)'}
                    >{`${ok ? w.ok : w.bad}${detail && `: ${detail}`}`}</Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        )}
      </Card>
    </Section>
  )
}
