import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Settings, SettingsChange } from '../../src-shared/settings/settings.ts'
import { api } from './api.ts'

/** The shop's settings, once they are known. */
export const useSettings = (): Settings | undefined => useQuery(api.settings.get.queryOptions()).data

/**
 * Changes a setting. It is shown at once, so that no field falls back to what stood there before the core has answered, and as it
 * was where that says no; every other window hears of it through the announcement of its room.
 */
export function useChangeSettings(): { change: (change: SettingsChange) => void; error: unknown } {
  const queries = useQueryClient()
  const queryKey = api.settings.get.queryKey()
  const { mutate, error } = useMutation(
    api.settings.change.mutationOptions({
      onMutate: async (change) => {
        await queries.cancelQueries({ queryKey })
        queries.setQueryData(queryKey, (settings) => settings && { ...settings, ...change })
      },
      onError: () => queries.invalidateQueries({ queryKey }),
    }),
  )
  return { change: mutate, error }
}
