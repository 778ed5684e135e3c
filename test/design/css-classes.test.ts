import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../src-renderer')
const read = (file: string) => readFileSync(join(renderer, file), 'utf8')

/** Class names a style sheet gives rules to. */
const classesOf = (css: string) =>
  new Set(
    css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/:global\([^)]*\)/g, '')
      .replace(/(?<=[{;])[^{};]*:[^{};]*(?=[;}])/g, '')
      .match(/\.[A-Za-z_][\w-]*/g)
      ?.map((name) => name.slice(1)),
  )

const sheets = globSync('**/*.module.css', { cwd: renderer })
const scripts = globSync('**/*.{ts,tsx}', { cwd: renderer }).map((file) => ({ file, code: read(file) }))

/** Every mention of a class of a style sheet: `classes.row`, wherever the sheet is imported. */
const mentions = scripts.flatMap(({ file, code }) =>
  [...code.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, name, path]) =>
    [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, className]) => ({
      file,
      sheet: relative(renderer, join(renderer, dirname(file), path ?? '')),
      className: className ?? '',
    })),
  ),
)

test('there is something to look at', () => {
  expect(sheets.length).toBeGreaterThan(30)
  expect(mentions.length).toBeGreaterThan(300)
})

test('no CSS class without a user', () => {
  const unused = sheets.flatMap((sheet) => {
    const used = new Set(mentions.filter((each) => each.sheet === sheet).map(({ className }) => className))
    return [...classesOf(read(sheet))].filter((name) => !used.has(name)).map((name) => `${sheet}: .${name}`)
  })
  expect(unused).toEqual([])
})

test('no user without a CSS class', () => {
  const known = new Map(sheets.map((sheet) => [sheet, classesOf(read(sheet))]))
  const missing = mentions
    .filter(({ sheet, className }) => !known.get(sheet)?.has(className))
    .map(({ file, className }) => `${file}: .${className}`)
  expect(missing).toEqual([])
})
