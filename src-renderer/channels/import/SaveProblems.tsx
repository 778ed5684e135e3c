import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { client } from '../../base/api.ts'
import { saveFile } from '../../base/files.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { showToast } from '../../design/toast.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'

/** Keeps the problems of a file as a list to mend it by in Excel. */
export function SaveProblems({ importId }: { importId: Id }) {
  const w = useWords(importWords)
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.channels.files.problemsFile({ importId })
      if (await saveFile(file)) showToast({ text: w.problemsSaved(file.name) })
    },
  })
  return (
    <>
      <RefusalNotice error={save.error} />
      <ActionButton
        icon={IconDownload}
        shortcut={channelsShortcuts.preview.saveProblems}
        size="small"
        isBusy={save.isPending}
        onAct={() => save.mutate()}
      />
    </>
  )
}
