import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'
import { api } from '../base/api.ts'
import { shrunkPhoto } from './shrink-photo.ts'

export type PhotoProblem = 'photoUnreadable' | 'photoTooManyPixels'

/** Shrinks a picture in the window and stores it; what could not be taken leaves the old one where it is. */
export function usePhotoUpload(onStored: (photoId: Id) => void, seenAt: 'row' | 'channel' = 'row') {
  const [problem, setProblem] = useState<PhotoProblem | null>(null)
  const save = useMutation(api.catalog.photos.save.mutationOptions({ onSuccess: ({ id }) => onStored(id) }))
  return {
    problem,
    error: save.error,
    isBusy: save.isPending,
    async take(picked: File | undefined) {
      if (!picked) return
      const photo = await shrunkPhoto(picked, seenAt).catch(() => undefined)
      setProblem(photo === undefined ? 'photoUnreadable' : photo === null ? 'photoTooManyPixels' : null)
      save.reset()
      if (photo) save.mutate({ id: newId(), photo })
    },
  }
}
