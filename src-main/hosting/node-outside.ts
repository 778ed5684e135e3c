import { join } from 'node:path'
import { nodeScheduler, nodeTransport, type Outside } from '../core/outside.ts'
import { apartInWorkers } from './apart-in-workers.ts'
import { fileSecrets } from './secrets.ts'

/** The world outside as plain Node has it; the key lies beside the shop, and is made when something is first sealed. */
export const nodeOutside = (folder: string): Outside => ({
  secrets: fileSecrets(join(folder, 'lumbung.key')),
  openedKeys: new Map(),
  transport: nodeTransport,
  scheduler: nodeScheduler,
  doApart: apartInWorkers(),
})
