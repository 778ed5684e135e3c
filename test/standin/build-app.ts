import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build, type InlineConfig } from 'vite'

/**
 * Builds the desktop app into a folder of its own: main and preload exactly as `electron-vite build` makes them, and the
 * probe as its page. `node test/standin/build-app.ts FOLDER`
 */
const root = join(import.meta.dirname, '../..')
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: build-app.ts FOLDER')

const options = { root, configFile: join(root, 'electron.vite.config.ts'), logLevel: 'error' } as const
const { config } = await resolveConfig(options, 'build', 'production')
const into = (part: InlineConfig | undefined, outDir: string): InlineConfig => ({
  ...part,
  root,
  configFile: false,
  logLevel: 'error',
  build: { ...part?.build, outDir: join(folder, outDir), emptyOutDir: true },
})
await build(into(config?.main as InlineConfig, 'out/main'))
await build(into(config?.preload as InlineConfig, 'out/preload'))
await build({
  root: join(import.meta.dirname, 'probe'),
  configFile: false,
  logLevel: 'error',
  build: { outDir: join(folder, 'out/renderer'), emptyOutDir: true, modulePreload: { polyfill: false } },
})

cpSync(join(root, 'package.json'), join(folder, 'package.json'))
mkdirSync(folder, { recursive: true })
for (const shared of ['node_modules', 'resources'])
  symlinkSync(join(root, shared), join(folder, shared), process.platform === 'win32' ? 'junction' : 'dir')
