import { Checkbox, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconLockOpen } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMe } from '../base/use-me.ts'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { useMoments } from './use-moments.ts'
import { useReopened } from './use-reopened.ts'

interface OpenBackupProps {
  file: string
  onBack?: () => void
  onUnderWay: (isUnderWay: boolean) => void
}

/** Opens one backup, says what is in it, and restores the shop to it. */
export function OpenBackup({ file, onBack, onUnderWay }: OpenBackupProps) {
  const w = useWords(backupWords)
  const [secret, setSecret] = useState('')
  const [isByPassphrase, setByPassphrase] = useState(false)
  const opener = secret.trim() === '' ? {} : isByPassphrase ? { passphrase: secret } : { code: secret }
  // this laptop's own key may open it; then nothing is asked
  const own = useQuery(api.backup.look.queryOptions({ input: { file }, retry: false, gcTime: 0 }))
  const opened = useMutation(api.backup.look.mutationOptions())
  const manifest = opened.data ?? own.data
  const isAsked = (own.error as { code?: string } | null)?.code === 'RECOVERY_CODE_NEEDED'
  const open = () => secret.trim() !== '' && !opened.isPending && opened.mutate({ file, ...opener })
  return (
    <Stack gap={12}>
      <span className="path">{file}</span>
      {manifest && <HeldInBackup manifest={manifest} file={file} opener={opener} onUnderWay={onUnderWay} />}
      {!manifest && isAsked && (
        <>
          {isByPassphrase ? (
            <PasswordInput
              label={w.restorePassphrase}
              value={secret}
              data-autofocus
              autoComplete="off"
              onChange={(event) => setSecret(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && open()}
            />
          ) : (
            <TextInput
              label={w.restoreCode}
              description={w.codePaperKeep}
              placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
              value={secret}
              data-autofocus
              autoComplete="off"
              onChange={(event) => setSecret(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && open()}
            />
          )}
          <RefusalNotice error={opened.error} />
          <Group gap={10} justify="flex-end">
            <ActionButton
              label={isByPassphrase ? w.byCode : w.byPassphrase}
              kind="quiet"
              onAct={() => {
                setSecret('')
                setByPassphrase(!isByPassphrase)
              }}
            />
            <ActionButton
              label={w.restoreOpen}
              kind="primary"
              icon={IconLockOpen}
              isBusy={opened.isPending}
              busyLabel={w.opening}
              {...(secret.trim() === ''
                ? { disabledBecause: isByPassphrase ? w.restorePassphrase : w.restoreCode }
                : {})}
              onAct={open}
            />
          </Group>
        </>
      )}
      {!manifest && !isAsked && <RefusalNotice error={own.error} />}
      {onBack && (
        <Group>
          <ActionButton label={w.restoreBack} kind="quiet" size="small" onAct={onBack} />
        </Group>
      )}
    </Stack>
  )
}

interface HeldInBackupProps {
  manifest: Awaited<ReturnType<typeof client.backup.look>>
  file: string
  opener: { code?: string; passphrase?: string }
  onUnderWay: (isUnderWay: boolean) => void
}

function HeldInBackup({ manifest, file, opener, onUnderWay }: HeldInBackupProps) {
  const w = useWords(backupWords)
  const { moment } = useMoments()
  const confirm = useConfirm()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [again, setAgain] = useState(true)
  const [error, setError] = useState<unknown>(null)
  const isGuarded = useMe()?.isGuarded ?? false
  const [password, setPassword] = useState('')
  const [epoch, setEpoch] = useState<number | null>(null)
  useReopened(epoch)
  const isReady = epoch !== null
  const { at, businessName, counts, faults, newer } = manifest
  // on a laptop where nobody has begun a shop nothing can be lost: one press is enough
  const isSetUp = useSettings()?.isSetUp ?? true
  const status = useQuery(api.settings.status.queryOptions()).data
  const isNothingHere = !isSetUp && status !== undefined && !status.rescue
  const restore = async () => {
    const isMeant =
      isNothingHere ||
      (await confirm({
        title: w.restoreAsk(moment(at)),
        body: w.restoreSafe,
        losses: [newer > 0 && again ? w.restoreAgain(formatNumber(newer)) : w.restoreLoses(moment(at))],
        action: w.restoreAct,
        isDestructive: true,
      }))
    if (!isMeant) return
    setError(null)
    setProgress({ done: 0, total: manifest.bytes })
    onUnderWay(true)
    try {
      for await (const event of await client.backup.restore({
        file,
        ...opener,
        again,
        ...(isGuarded && { password }),
      })) {
        if (event.type === 'progress') setProgress(event)
        else setEpoch(event.outcome.epoch)
      }
    } catch (problem) {
      setError(problem)
      setProgress(null)
      onUnderWay(false)
    }
  }
  const inMegabytes = (bytes: number) => formatNumber(Math.round(bytes / 1_000_000))
  return (
    <>
      <KeyValueRows
        isRuled
        rows={[
          { key: 'shop', label: w.restoreShop, value: businessName, isStrong: true },
          { key: 'of', label: w.restoreOf, value: moment(at) },
          {
            key: 'holds',
            label: w.restoreHolds,
            value: w.holds(formatNumber(counts.orders), formatNumber(counts.entries), formatNumber(counts.movements)),
          },
        ]}
      />
      {faults.length > 0 && <p className="bad">{w.restoreFaults(faults.join('; '))}</p>}
      {newer > 0 && (
        <Checkbox
          label={w.restoreAgain(formatNumber(newer))}
          description={w.restoreAgainHow}
          checked={again}
          onChange={(event) => setAgain(event.currentTarget.checked)}
        />
      )}
      {isGuarded && (
        <PasswordInput
          label={w.ownersPassword}
          value={password}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      {!isNothingHere && (
        <p className="quiet small">
          {newer === 0 && w.restoreLoses(moment(at))} {w.restoreSafe}
        </p>
      )}
      <RefusalNotice error={error} />
      {isReady && (
        <p role="status" className="good">
          {w.reopening}
        </p>
      )}
      {progress && !isReady && (
        <ProgressWithNumbers
          label={w.unpacking}
          done={progress.done}
          total={progress.total}
          numbers={w.megabytes(inMegabytes(progress.done), inMegabytes(progress.total))}
        />
      )}
      {!progress && (
        <Group justify="flex-end">
          <ActionButton label={w.restoreAct} kind="primary" icon={IconArrowBackUp} onAct={() => void restore()} />
        </Group>
      )}
    </>
  )
}
