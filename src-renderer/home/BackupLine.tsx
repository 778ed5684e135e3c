import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { BackupStatus } from '../../src-shared/backup/backup.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { backupVerdict, isGrave } from '../../src-shared/backup/backup-verdict.ts'
import { useBackupStatus } from '../base/use-backup-status.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import classes from './cards.module.css'
import { homeShortcuts } from './home.shortcuts.ts'

/** How old the newest backup is and where it lies, or what is missing of it. */
export function BackupLine() {
  const status = useBackupStatus()
  const w = useWords(backupWords)
  if (!status) return null
  return (
    <>
      {status.syncedBy && (
        <Note tone="mengkudu" icon={IconAlertTriangle}>
          {w.syncedFolder(status.syncedBy)}
        </Note>
      )}
      <Told status={status} />
    </>
  )
}

function Told({ status }: { status: BackupStatus }) {
  const w = useWords(backupWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const [, go] = useLocation()
  const verdict = backupVerdict(status, now)
  const ago = (at: number | null | undefined) => (at ? agoWords(at, now, zone, language) : '')
  const { last, second } = status
  const says = {
    practice: w.homePractice,
    problem: w.homeProblem,
    none: w.homeNone,
    'second old': w.homeOffOld(ago(second?.lastAt ?? second?.awaySince)),
    'no code': w.homeNoCode(ago(last?.at)),
    'no second': w.homeNoSecond(ago(last?.at)),
    fresh: second ? w.homeFreshBoth(ago(last?.at)) : w.homeFresh(ago(last?.at)),
  }[verdict]
  return (
    <div className={classes.line}>
      {isGrave(verdict, status) ? (
        <IconAlertTriangle size={17} color="var(--lb-mengkudu)" aria-hidden />
      ) : verdict === 'fresh' ? (
        <IconCircleCheck size={17} color="var(--lb-jolawe)" aria-hidden />
      ) : (
        <IconCircleDashed size={17} color="var(--lb-abu)" aria-hidden />
      )}
      <span aria-live="polite">{says}</span>
      <ActionButton shortcut={homeShortcuts.safety.openBackup} size="small" onAct={() => go('/cadangan')} />
    </div>
  )
}
