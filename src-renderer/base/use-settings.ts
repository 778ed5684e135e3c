import { useMutation, useQuery } from '@tanstack/react-query'
import type { Settings, SettingsChange } from '../../src-shared/settings/settings.ts'
import { api } from './api.ts'

/** The shop's settings, once they are known. */
export const useSettings = (): Settings | undefined => useQuery(api.settings.get.queryOptions()).data

/** Changes a setting; every open window hears of it through the announcement of its room. */
export function useChangeSettings(): (change: SettingsChange) => void {
  const { mutate } = useMutation(api.settings.change.mutationOptions())
  return mutate
}
