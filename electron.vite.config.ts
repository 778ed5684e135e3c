import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

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
      },
    },
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
    plugins: [
      react(),
      // electron-vite wants addresses relative to the page, which break when a page like /pesanan/retur is reloaded
      { name: 'addresses-from-the-root', enforce: 'post', config: () => ({ base: '/' }) },
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // Under our content security policy fonts are files of their own, never data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: at('src-renderer/index.html'), gallery: at('src-renderer/gallery.html') } },
    },
  },
})
