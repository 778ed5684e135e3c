import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { api } from '../base/api.ts'
import { Dialog } from '../design/Dialog.tsx'
import { useWords } from '../design/language.tsx'
import { ChooseBackup } from './ChooseBackup.tsx'
import { OpenBackup } from './OpenBackup.tsx'

/**
 * The way back, in three steps: which backup, the paper's code where this laptop has no key, and what it holds before the shop
 * is restored to it. `name`: of the list; null: to be found on disks and in folders.
 */
export function RestoreDialog({ name, onClose }: { name: string | null; onClose: () => void }) {
  const w = useWords(backupWords)
  const [file, setFile] = useState(name)
  const [isUnderWay, setUnderWay] = useState(false)
  const found = useQuery(api.backup.find.queryOptions({ input: {}, enabled: name === null }))
  return (
    // what has begun goes on to its end
    <Dialog title={w.restoreTitle} isOpen onClose={() => !isUnderWay && onClose()} width="wide">
      {file === null ? (
        <ChooseBackup found={found} onChoose={setFile} />
      ) : (
        <OpenBackup
          key={file}
          file={file}
          onUnderWay={setUnderWay}
          {...(name === null ? { onBack: () => setFile(null) } : {})}
        />
      )}
    </Dialog>
  )
}
