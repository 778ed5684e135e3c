import { useQuery } from '@tanstack/react-query'
import { api, client } from './api.ts'
import { dataUrlOf } from './files.ts'

/** The picture of some goods as a `data:` address; null while there is none. */
export function usePhoto(photoId: string | null): string | null {
  const input = { id: photoId ?? '' }
  const { data } = useQuery({
    queryKey: api.catalog.photos.get.queryKey({ input }),
    async queryFn({ signal }) {
      const photo = await client.catalog.photos.get(input, { signal })
      return photo && dataUrlOf(photo)
    },
    enabled: photoId !== null,
  })
  return data ?? null
}
