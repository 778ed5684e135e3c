import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { fileContents } from './file-contents.ts'

/** A call that reads a file: it only counts what the file would do, or does it. */
type ReadFile<Answer> = (input: { file: File; store: boolean }) => Promise<Answer>

/**
 * A file in two steps: chosen and counted, then stored by one button. The bytes are read once, so what is stored is what was
 * counted, whatever happens to the file on the disk meanwhile. `onStored` hears the answer; the dialog begins anew.
 */
export function useCountedFile<Answer>(readFile: ReadFile<Answer>, onStored: (answer: Answer) => void) {
  const [file, setFile] = useState<File | null>(null)
  const counting = useMutation({
    mutationFn: async (chosen: File) => {
      const next = await fileContents(chosen)
      setFile(next)
      return readFile({ file: next, store: false })
    },
  })
  const storing = useMutation({
    mutationFn: (counted: File) => readFile({ file: counted, store: true }),
    onSuccess: (answer) => {
      again()
      onStored(answer)
    },
  })
  const again = () => {
    setFile(null)
    counting.reset()
    storing.reset()
  }
  return {
    counted: counting.data,
    isCounting: counting.isPending,
    isStoring: storing.isPending,
    error: counting.error ?? storing.error,
    choose: ([chosen]: File[]) => {
      if (!chosen) return
      again()
      counting.mutate(chosen)
    },
    /** Null while there is nothing to store. */
    store: file && (() => storing.mutate(file)),
    again,
  }
}
