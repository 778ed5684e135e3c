import { z } from 'zod'
import { Channel } from '../orders/order.ts'

/** By which taught layout a file was read that no reader knows (`file-mapping.ts`); it says whose shops take it in. */
export const MappedBy = z.object({ id: z.string(), name: z.string(), channel: Channel.nullable() })
export type MappedBy = z.infer<typeof MappedBy>

export interface ReadByMapping {
  mappedBy?: MappedBy | undefined
}
