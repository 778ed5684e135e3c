import { Group, Stack } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconRefresh, IconUsb } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { DesktopBridge, UpdateState, VersionBefore } from '../../src-shared/app/desktop-bridge.ts'
import { fullMoment } from '../../src-shared/kernel/business-day.ts'
import { updatesWords } from '../../src-shared/settings/updates.words.ts'
import { client } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'

/** A browser's Lumbung is updated by whoever installed it; then there is nothing to show. */
export function UpdatesSection() {
  const bridge = desktop()
  const canVerify = useQuery({
    queryKey: ['can verify updates'],
    queryFn: () => bridge!.canVerifyUpdates(),
    enabled: bridge !== null,
  })
  if (!bridge || canVerify.data === undefined) return null
  return canVerify.data ? <Updates bridge={bridge} /> : <NoUpdates />
}

/** Nothing is offered that could not be kept: no button that would always say no. */
function NoUpdates() {
  const w = useWords(updatesWords)
  return (
    <Section title={w.title}>
      <Card>
        <p className="quiet small">{w.cannotVerify}</p>
      </Card>
    </Section>
  )
}

function Updates({ bridge }: { bridge: DesktopBridge }) {
  const w = useWords(updatesWords)
  const { language, zone } = useLocale()
  const confirm = useConfirm()
  const before = useQuery({ queryKey: ['version before'], queryFn: () => bridge.versionBefore() })
  const check = useMutation({ mutationFn: () => bridge.checkForUpdate() })
  /** What runs the shop is only replaced when the shop lies in a backup. */
  const install = useMutation({
    async mutationFn(work: () => Promise<UpdateState>) {
      await client.backup.make({ reason: 'update' })
      return work()
    },
  })
  const state = install.data ?? check.data
  const goBack = async ({ version, dataAt }: VersionBefore) => {
    const isSure = await confirm({
      title: w.goBackAsk(version),
      body: w.goBackBody,
      losses: [dataAt === null ? w.goBackKeeps : w.goBackLoses(fullMoment(dataAt, zone, language))],
      action: w.goBackAct,
      isDestructive: dataAt !== null,
    })
    if (isSure) install.mutate(() => bridge.goBackToVersion())
  }
  return (
    <Section title={w.title}>
      <Card>
        <Stack gap={10}>
          <p className="quiet small">{w.lead}</p>
          {state && (
            <p role="status" className={state.state === 'refused' ? 'bad' : ''}>
              {state.state === 'offered'
                ? w.offered(state.version)
                : state.state === 'refused'
                  ? w[state.why]
                  : w[state.state]}
            </p>
          )}
          <RefusalNotice error={install.error ?? check.error} />
          <Group gap={8}>
            <ActionButton
              label={w.check}
              icon={IconRefresh}
              isBusy={check.isPending}
              busyLabel={w.checking}
              onAct={() => check.mutate()}
            />
            {check.data?.state === 'offered' && (
              <ActionButton
                label={w.install}
                kind="primary"
                icon={IconDownload}
                isBusy={install.isPending}
                busyLabel={w.preparing}
                onAct={() => install.mutate(() => bridge.installUpdate())}
              />
            )}
            <ActionButton
              label={w.fromFile}
              icon={IconUsb}
              isBusy={install.isPending}
              busyLabel={w.preparing}
              onAct={() => install.mutate(() => bridge.updateFromFile())}
            />
            {before.data && (
              <ActionButton
                label={w.goBack(before.data.version)}
                kind="quiet"
                icon={IconArrowBackUp}
                onAct={() => void goBack(before.data!)}
              />
            )}
          </Group>
          <p className="quiet small">{w.fromFileHow}</p>
        </Stack>
      </Card>
    </Section>
  )
}
