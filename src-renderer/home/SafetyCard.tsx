import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconFileImport, IconShieldX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { lineOf } from '../../src-shared/sync/line.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { BackupLine } from './BackupLine.tsx'
import classes from './cards.module.css'
import { homeShortcuts } from './home.shortcuts.ts'

/** Whether what is here is recent and agrees with itself, and the two acts that keep it so. */
export function SafetyCard() {
  const w = useWords(homeWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const [, go] = useLocation()
  const status = useQuery(api.settings.status.queryOptions())
  const verify = useMutation(api.ledger.verify.mutationOptions({ onSuccess: () => status.refetch() }))
  const ago = (at: number) => agoWords(at, now, zone, language)
  const verified = status.data?.lastVerified
  const shops = (status.data?.shops ?? []).toSorted((a, b) => (b.lastImportAt ?? 0) - (a.lastImportAt ?? 0))
  const newest = shops[0]
  // what does not come in is said before what does
  const lines = shops
    .filter(({ isConnected }) => isConnected)
    .map((shop) => ({ ...shop, line: lineOf({ ...shop, ordersUntil: shop.lastImportAt }, now) }))
  const ill = lines.find(({ line }) => line === 'broken')
  const over = lines.find(({ line }) => line === 'consent over')
  const behind = lines.find(({ line }) => line === 'behind' || line === 'failing')
  const shopLine = () => {
    if (ill) return w.connectionBroken(ill.name)
    if (over) return w.consentOver(over.name)
    if (behind) return w.behind(behind.name, ago(behind.lastImportAt!))
    if (!newest) return w.noShops
    if (!newest.lastImportAt) return w.neverImported(newest.name)
    return (newest.isConnected ? w.synced : w.imported)(newest.name, ago(newest.lastImportAt))
  }
  return (
    <Card>
      <div className={classes.line}>
        {ill || over || behind ? (
          <IconAlertTriangle size={17} color={`var(--lb-${ill || over ? 'mengkudu' : 'kunyit'})`} aria-hidden />
        ) : newest?.lastImportAt ? (
          <IconCircleCheck size={17} color="var(--lb-jolawe)" aria-hidden />
        ) : (
          <IconCircleDashed size={17} color="var(--lb-abu)" aria-hidden />
        )}
        <span>{shopLine()}</span>
        <ActionButton
          icon={IconFileImport}
          shortcut={homeShortcuts.safety.importShort}
          size="small"
          onAct={() => go('/impor')}
        />
      </div>
      <div className={classes.line}>
        {verified ? (
          verified.ok ? (
            <IconCircleCheck size={17} color="var(--lb-jolawe)" aria-hidden />
          ) : (
            <IconShieldX size={17} color="var(--lb-mengkudu)" aria-hidden />
          )
        ) : (
          <IconCircleDashed size={17} color="var(--lb-abu)" aria-hidden />
        )}
        <span aria-live="polite">
          {verified
            ? verified.ok
              ? w.verifiedOk(ago(verified.at))
              : w.verifiedBad(ago(verified.at), verified.differing[0] ?? '')
            : w.neverVerified}
        </span>
        <ActionButton
          busyLabel={w.verifying}
          isBusy={verify.isPending}
          shortcut={homeShortcuts.safety.verify}
          size="small"
          onAct={() => verify.mutate({})}
        />
      </div>
      <BackupLine />
      <RefusalNotice error={verify.error} />
    </Card>
  )
}
