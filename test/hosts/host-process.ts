import { openCommandShop } from '../../src-main/cli/shop.ts'
import { shopFile } from '../../src-main/hosting/data-folder.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'

/** A host to be killed: serves the shop of a folder at a port, with a clock that stands. Arguments: folder, page, port, now. */
const [folder = '', rendererFolder = '', port = '0', now = '0'] = process.argv.slice(2)
const { core } = await openCommandShop(folder, { now: () => Number(now) })
const host = await createWebHost({
  core,
  rendererFolder,
  port: Number(port),
  version: '0.0.0',
  keys: doorKeys(shopFile(folder, false)),
  noteDefect: ({ details }) => console.error(details),
})
process.stdout.write(`${host.startAddress()}\n`)
