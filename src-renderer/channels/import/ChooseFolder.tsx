import { Group, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { channelsShortcuts } from '../channels.shortcuts.ts'
import { inFolder, takeFiles } from '../take-files.ts'

/** A whole folder at once, as the system's own dialog hands it out: every report in it and below. */
export function ChooseFolder() {
  const w = useWords(importWords)
  const input = useRef<HTMLInputElement>(null)
  const [empty, setEmpty] = useState<string | null>(null)
  const take = (files: readonly File[]) => {
    const reports = inFolder(files)
    setEmpty(reports.length > 0 ? null : (files[0]?.webkitRelativePath.split('/')[0] ?? null))
    takeFiles(reports)
  }
  return (
    <>
      <Group gap={10} wrap="nowrap">
        <ActionButton
          shortcut={channelsShortcuts.choose.chooseFolder}
          icon={IconFolderOpen}
          onAct={() => input.current?.click()}
        />
        <span className="quiet small">{w.chooseFolderWhy}</span>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={w.chooseFolder}
          {...{ webkitdirectory: '' }}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])])
            // the same folder may be chosen again
            currentTarget.value = ''
          }}
        />
      </Group>
      {empty !== null && (
        <Text component="p" fz="sm" c="var(--lb-mengkudu)" role="alert">
          {w.folderEmpty(empty)}
        </Text>
      )}
    </>
  )
}
