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

/** Class names every part may use, from the two sheets that are no modules. */
const shared = new Set([...classesOf(read('design/shared.css')), ...classesOf(read('design/global.css'))])
const composed = sheets.flatMap((sheet) =>
  [...read(sheet).matchAll(/composes:\s*([^;]+?)\s+from global/g)].flatMap(([, names = '']) =>
    names.split(/\s+/).map((name) => ({ sheet, name })),
  ),
)

test('what a part composes is there', () => {
  expect(composed.length).toBeGreaterThan(100)
  expect(composed.filter(({ name }) => !shared.has(name))).toEqual([])
})

test('no shared look without a user', () => {
  const words = new Set(
    scripts.flatMap(({ code }) =>
      [...code.matchAll(/(["'`])([^"'`\n]*)\1/g)].flatMap(([, , text = '']) => text.split(/\s+/)),
    ),
  )
  const used = new Set(composed.map(({ name }) => name))
  const idle = [...classesOf(read('design/shared.css'))].filter((name) => !used.has(name) && !words.has(name))
  expect(idle).toEqual([])
})
