import { Dropzone } from '@mantine/dropzone'
import { IconUpload } from '@tabler/icons-react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import classes from './DropFile.module.css'
import { useWords } from './language.tsx'

export interface DropAnywhereProps {
  label: string
  onFiles: (files: File[]) => void
  isMany?: boolean
  isBusy?: boolean
}

/** The whole window takes a file while one is held over it. It is there for the mouse alone: no stop for Tab. */
export function DropAnywhere({ label, onFiles, isMany = false, isBusy = false }: DropAnywhereProps) {
  const w = useWords(partsWords)
  return (
    // inside the page's landmark
    <Dropzone.FullScreen
      active={!isBusy}
      onDrop={onFiles}
      multiple={isMany}
      classNames={{ fullScreen: classes.over, root: classes.everywhere }}
      withinPortal={false}
      activateOnKeyboard={false}
      inputProps={{ 'aria-label': label, tabIndex: -1 }}
    >
      <span className={classes.big}>
        <IconUpload size={40} aria-hidden stroke={1.5} />
        {w.dropAnywhere}
      </span>
    </Dropzone.FullScreen>
  )
}

/** The files with one of these endings; the core decides what a file really is. */
export const fittingFiles = (files: readonly File[], endings: readonly string[]): File[] =>
  files.filter(({ name }) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
