import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { projectFolder } from '../src-main/hosting/project-folder.ts'
import { inLittleText, inOneByteLetters } from './little-text.ts'

/*
 * Bundles the programs that `bundled.mjs` runs: `node scripts/build-programs.ts FOLDER`. The folder appears whole or not at
 * all, and two that build it at once do not meet.
 */
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: node scripts/build-programs.ts FOLDER')

/** What loads files of its own from where it stands. */
const LEFT_WHERE_IT_STANDS = ['better-sqlite3', 'pdfkit', 'bwip-js']

/** Bundles of earlier sources that stay: a shop that runs from one may still fetch a part of it. */
const KEPT = 12

const growing = `${folder}.${process.pid}`
process.stderr.write('Menyiapkan program. / Preparing the program.\n')
await build({
  root: projectFolder,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [inOneByteLetters()],
  ssr: { noExternal: true, external: LEFT_WHERE_IT_STANDS },
  build: {
    ssr: true,
    outDir: growing,
    target: 'node22',
    rollupOptions: {
      input: {
        lumbung: join(projectFolder, 'src-main/cli/lumbung.ts'),
        start: join(projectFolder, 'scripts/start.ts'),
        'heavy-worker': join(projectFolder, 'src-main/hosting/heavy-worker.ts'),
      },
      output: {
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name]-[hash].mjs',
        minify: inLittleText,
      },
    },
  },
})
try {
  renameSync(growing, folder)
} catch {
  // another process was faster
  rmSync(growing, { recursive: true, force: true })
}
prune(dirname(folder))

function prune(programs: string): void {
  const bundles = readdirSync(programs).filter((name) => /^[0-9a-f]+$/.test(name))
  const bornAt = new Map(bundles.map((name) => [name, statSync(join(programs, name)).mtimeMs]))
  const old = bundles.toSorted((a, b) => bornAt.get(b)! - bornAt.get(a)!).slice(KEPT)
  for (const name of old) rmSync(join(programs, name), { recursive: true, force: true })
}
