import { useQuery } from '@tanstack/react-query'
import type { WorkUnderWay } from '../../src-shared/work/work.ts'
import { api } from './api.ts'

const NONE: WorkUnderWay[] = []

/** Long work of the shop, whoever asked for it; asked again as it goes. */
export const useWorkUnderWay = (): WorkUnderWay[] => useQuery(api.work.underWay.queryOptions()).data ?? NONE
