import { api } from '../api.ts'
import type { LongWork } from './long-work.ts'

export const workRouter = (work: LongWork) => ({
  underWay: api.work.underWay.handler(() => work.underWay()),
  stop: api.work.stop.handler(async ({ input }) => ({ stopped: await work.stop(input.id) })),
})
