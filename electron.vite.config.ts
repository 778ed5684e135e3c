import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { inLittleText, inOneByteLetters } from './scripts/little-text.ts'
import { NONCE_PLACE } from './src-main/hosting/renderer-files.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Parts that many pages share travel together: forty files of a kilobyte take longer than one of forty. */
const SMALL_PARTS = /src-renderer[\\/]design[\\/](?!Drop)[^\\/]+$|@tabler[\\/]icons/

/**
 * The page tells the browser at once what Beranda needs besides the frame, so that its code and the font are fetched while
 * the frame is being read.
 */
function homeAtOnce(): Plugin {
  return {
    name: 'home-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, filename }) {
        if (!filename.endsWith('index.html')) return html
        const files = Object.values(bundle)
        const chunks = files.filter((file) => file.type === 'chunk')
        const home = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('home/HomePage.tsx'))
        if (!home) throw new Error('Beranda has no file of its own any more')
        const scripts = [home.fileName, ...home.imports].filter((file) => !html.includes(file))
        const styles = chunks
          .filter(({ fileName }) => scripts.includes(fileName))
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        const font = files.find(({ fileName }) => /plus-jakarta-sans-.*\.woff2$/.test(fileName))
        return [
          ...scripts.map((file) => link({ rel: 'modulepreload', href: `/${file}` })),
          // whichever page comes first, the style is used: one that is only announced is warned of
          ...styles.map((file) => link({ rel: 'stylesheet', href: `/${file}` })),
          ...(font ? [link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font.fileName}` })] : []),
        ]
      },
    },
  }
}
const link = (attrs: Record<string, string>) => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head' as const,
})

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      rollupOptions: {
        input: {
          index: at('src-main/electron/main.ts'),
          'core-process': at('src-main/electron/core-process.ts'),
          'heavy-worker': at('src-main/hosting/heavy-worker.ts'),
        },
        // in one folder, so that whoever starts the worker finds it beside itself
        output: { chunkFileNames: '[name]-[hash].js', minify: inLittleText },
      },
    },
    plugins: [inOneByteLetters()],
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // With the sandbox on, the preload is one CommonJS file that requires nothing but electron.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src-main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    html: { cspNonce: NONCE_PLACE },
    plugins: [
      react(),
      // electron-vite wants addresses relative to the page, which break when a page like /pesanan/retur is reloaded
      { name: 'addresses-from-the-root', enforce: 'post', config: () => ({ base: '/' }) },
      homeAtOnce(),
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // Under our content security policy fonts are files of their own, never data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('src-renderer/index.html'), gallery: at('src-renderer/gallery.html') },
        output: {
          codeSplitting: {
            groups: [
              // ahead of every schema, with the setting that keeps zod from compiling them
              { name: 'zod', test: /node_modules[\\/]zod[\\/]|schemas-uncompiled\.ts$/ },
              { name: 'parts', test: SMALL_PARTS, minShareCount: 2 },
            ],
          },
        },
      },
    },
  },
})
