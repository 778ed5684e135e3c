import { Box, Stack } from '@mantine/core'
import { IconGitCompare, IconPlugConnected, IconPlus, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ShopConnection } from '../../../src-shared/sync/sync.ts'
import { syncWords } from '../../../src-shared/sync/sync.words.ts'
import { api } from '../../base/api.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { useSettings } from '../../base/use-settings.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { ConnectionRow } from './ConnectionRow.tsx'
import { PracticeSection } from './PracticeSection.tsx'
import { syncShortcuts } from './sync.shortcuts.ts'

/** Sambungan: each connected shop with its health, what stands in the way and what follows; connecting in three steps. */
export function SyncSection({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(syncWords)
  const settings = useSettings()
  const connections = useQuery(api.sync.connections.queryOptions())
  const channels = useQuery(api.sync.channels.queryOptions())
  const [connecting, setConnecting] = useState<ShopConnection | 'new' | null>(null)
  const ask = useMutation(api.sync.now.mutationOptions())
  const canConnect = (channels.data?.length ?? 0) > 0
  const isAnyAble = connections.data?.some(({ state }) => state === 'connected') ?? false
  const connect = canConnect && (
    <ActionButton
      icon={IconPlus}
      shortcut={syncShortcuts.page.connect}
      size="small"
      onAct={() => setConnecting('new')}
    />
  )
  return (
    <Page
      title={title}
      layout="flush"
      actions={
        isAnyAble && (
          <>
            <ActionButton
              icon={IconRefresh}
              shortcut={syncShortcuts.page.syncAll}
              onAct={() => ask.mutate({ shopId: null })}
            />
            <ActionButton
              icon={IconGitCompare}
              shortcut={syncShortcuts.page.compare}
              onAct={() => ask.mutate({ shopId: null, alsoCompare: true })}
            />
          </>
        )
      }
    >
      {children}
      <Stack gap={18} flex={1} p="14px 20px" className="scrolls">
        {settings?.isPractice && <PracticeSection />}
        <Section title={w.list}>
          <RefusalNotice error={connections.error ?? channels.error} onRetry={() => connections.refetch()} />
          <RefusalNotice error={ask.error} />
          <Card isFlush>
            {connections.data?.map((connection) => (
              <ConnectionRow
                key={connection.shopId}
                connection={connection}
                onConnectAgain={() => setConnecting(connection)}
              />
            ))}
            {connections.data?.length === 0 && (
              <EmptyState icon={IconPlugConnected} action={connect || undefined}>
                {channels.data && !canConnect ? w.none : w.empty}
              </EmptyState>
            )}
            {(connections.data?.length ?? 0) > 0 && connect && <Box p="12px 16px">{connect}</Box>}
          </Card>
        </Section>
      </Stack>
      {connecting && channels.data && (
        <ConnectDialog
          channels={channels.data}
          again={connecting === 'new' ? null : connecting}
          onClose={() => setConnecting(null)}
        />
      )}
    </Page>
  )
}
