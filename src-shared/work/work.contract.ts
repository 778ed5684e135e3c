import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Stopped, WorkUnderWay } from './work.ts'

export const workContract = {
  /** What is under way, in the order it was asked for; the `work` room is announced as it goes. */
  underWay: oc.route({ method: 'GET', path: '/long-work' }).output(z.array(WorkUnderWay)),
  /** Batal. The core decides what becomes of it, and answers once that is certain. */
  stop: oc
    .route({ method: 'POST', path: '/long-work/stop' })
    .input(z.object({ id: z.string() }))
    .output(z.object({ stopped: Stopped })),
}
