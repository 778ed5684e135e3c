import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

/** The picture of some goods as a `data:` address; null while there is none. */
export const usePhoto = (photoId: string | null): string | null =>
  useQuery(api.catalog.photos.get.queryOptions({ input: { id: photoId ?? '' }, enabled: photoId !== null })).data
    ?.dataUrl ?? null
