import { build } from 'vite'
import config from '../electron.vite.config.ts'

/**
 * Builds the window's pages alone, exactly as the desktop build does; no Electron needed. Returns the folder.
 * `only` leaves the other page out.
 */
export async function buildRenderer(options: { outDir?: string; only?: 'index' | 'gallery' } = {}): Promise<string> {
  const renderer = typeof config === 'object' && 'renderer' in config ? config.renderer : undefined
  const pages = renderer?.build?.rollupOptions?.input as Record<'index' | 'gallery', string> | undefined
  const outDir = options.outDir ?? renderer?.build?.outDir
  if (!renderer || !pages || !outDir) throw new Error('electron.vite.config.ts describes no pages')
  const input = options.only ? { [options.only]: pages[options.only] } : pages
  const told = process.env.NODE_ENV ?? 'production'
  // a test runner says 'test', and React would come with all that helps its developers: slow, and not what users get
  process.env.NODE_ENV = 'production'
  try {
    await build({
      ...renderer,
      configFile: false,
      logLevel: 'warn',
      build: {
        ...renderer.build,
        outDir,
        chunkSizeWarningLimit: 2_000,
        rollupOptions: { ...renderer.build?.rollupOptions, input },
      },
    })
  } finally {
    process.env.NODE_ENV = told
  }
  return outDir
}
