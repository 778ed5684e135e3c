import type { Ref } from 'react'

export interface ChoosePhotoFileProps {
  label: string
  /** Pressing it asks for a file. */
  fileRef: Ref<HTMLInputElement>
  onFile: (file: File | undefined) => void
}

/** The unseen field that asks for a picture. */
export const ChoosePhotoFile = ({ label, fileRef, onFile }: ChoosePhotoFileProps) => (
  <input
    ref={fileRef}
    type="file"
    accept="image/jpeg,image/png,image/webp"
    hidden
    aria-label={label}
    onChange={(event) => {
      onFile(event.currentTarget.files?.[0])
      // so that the same file can be chosen again after it was taken off
      event.currentTarget.value = ''
    }}
  />
)
