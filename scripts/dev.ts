import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder, shopFile } from '../src-main/hosting/data-folder.ts'
import { shownInTheTerminal } from '../src-main/hosting/unfinished-work.ts'
import { electronRuntime, fetchRuntime, noDesktop } from './desktop-runtime.ts'

/*
 * `npm run dev`: the app as it is written. electron-vite opens it in Electron; where Electron cannot open, the same page
 * is served to the browser by Vite, beside a core of its own. Either way a changed page shows at once.
 *
 *   --data DIR   the folder of the shop, in the browser; Toko Latihan in the usual folder when left out
 *   --port N     in the browser: this port (5173, or the next free one)
 */
const { values: choice } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' } } })
const root = join(import.meta.dirname, '..')

const hindrance = noDesktop()
const runtime = hindrance ? null : (electronRuntime() ?? (await fetchRuntime({ again: false })))
if (runtime)
  spawn(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev'], {
    cwd: root,
    stdio: 'inherit',
  }).on('exit', (code) => process.exit(code ?? 0))
else {
  console.info(`Electron cannot open here (${hindrance?.en ?? 'its runtime is not installed'}); the browser serves.`)
  await serveBrowser()
}

async function serveBrowser(): Promise<void> {
  const [{ createServer }, { default: config }, { openShop }, { createWebHost }, { doorKeys }] = await Promise.all([
    import('vite'),
    import('../electron.vite.config.ts'),
    import('../src-main/hosting/open-shop.ts'),
    import('../src-main/web/web-host.ts'),
    import('../src-main/web/door-keys.ts'),
  ])
  if (typeof config !== 'object' || !('renderer' in config))
    throw new Error('electron.vite.config.ts describes no pages')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = choice.data ? resolve(choice.data) : dataFolder()
  const shop = await openShop({
    folder,
    isPractice: !choice.data,
    version,
    host: 'browser',
    resourcesFolder: join(root, 'resources'),
    unfinished: shownInTheTerminal,
  })
  const host = await createWebHost({
    core: shop.core,
    // Vite serves the pages; what was built some day, or never, is not asked for
    rendererFolder: join(root, 'src-renderer'),
    port: 0,
    version,
    keys: doorKeys(shopFile(folder, !choice.data)),
    noteDefect: ({ details }) => console.error(details),
  })
  const toHost = { target: host.url, changeOrigin: true, headers: { origin: host.url } }
  const pages = await createServer({
    ...config.renderer,
    configFile: false,
    server: {
      host: '127.0.0.1',
      port: Number(choice.port ?? 5173),
      proxy: { '/masuk': toHost, '/rpc': toHost, '/api': toHost, '/openapi.json': toHost },
    },
  })
  await pages.listen()
  // the start address of the host, opened through Vite: cookies do not mind the port
  console.info(`Lumbung: ${new URL(new URL(host.startAddress()).pathname, pages.resolvedUrls?.local[0])}`)
  const close = async () => {
    await pages.close()
    await host.close()
    shop.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close())
}
