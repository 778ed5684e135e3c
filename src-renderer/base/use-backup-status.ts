import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

/** Files of which no commit tells: a disk that was plugged in, a backup that grew old. */
export const BACKUPS_LOOKED_AT_EVERY_MS = 60_000

export const useBackupStatus = () =>
  useQuery(api.backup.status.queryOptions({ refetchInterval: BACKUPS_LOOKED_AT_EVERY_MS, retry: false })).data
