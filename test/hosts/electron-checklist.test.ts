import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const desktop = globSync('src-main/electron/*.ts', { cwd: root })
  .map((file) => withoutComments(textOf(file)))
  .join('\n')
const [windows, main, permissions, protocol, bridge, preload] = [
  'windows',
  'main',
  'permissions',
  'app-protocol',
  'bridge',
  'preload',
].map((name) => withoutComments(textOf(`src-main/electron/${name}.ts`)))
const headers = textOf('src-main/hosting/renderer-files.ts')
const packed = textOf('electron-builder.yml')

/** What must stand where, and what must stand nowhere in the desktop host. */
type Item = readonly [
  what: string,
  must: readonly (readonly [text: string | undefined, says: RegExp])[],
  never?: RegExp,
]

/** The twenty of https://www.electronjs.org/docs/latest/tutorial/security, in their order. */
const CHECKLIST: readonly Item[] = [
  [
    'only secure content',
    [[main, /page: developed \?\? APP_ADDRESS/]],
    /\.loadURL\((?!page\)|address\))|['"`]http:\/\/(?!127\.0\.0\.1|localhost)/,
  ],
  [
    'no Node in the page',
    [
      [windows, /nodeIntegration: false/],
      [windows, /nodeIntegrationInWorker: false/],
    ],
    /nodeIntegration\w*: true/,
  ],
  ['context isolation', [[windows, /contextIsolation: true/]], /contextIsolation: false/],
  [
    'a sandbox for every process',
    [
      [main, /app\.enableSandbox\(\)/],
      [windows, /sandbox: true/],
    ],
    /sandbox: false|no-sandbox/,
  ],
  [
    'permissions',
    [
      [permissions, /setPermissionRequestHandler/],
      [permissions, /setPermissionCheckHandler/],
      [permissions, /setDevicePermissionHandler\(\(\) => false\)/],
      [main, /refuseAlmostAll\(session\.defaultSession\)/],
    ],
    /fromPartition/,
  ],
  ['web security', [[windows, /webSecurity: true/]], /webSecurity: false/],
  [
    'a content security policy',
    [
      [headers, /default-src 'none'/],
      [headers, /object-src 'none'/],
      [headers, /require-trusted-types-for 'script'/],
      [protocol, /SECURITY_HEADERS/],
    ],
    /bypassCSP/,
  ],
  ['no insecure content', [[windows, /allowRunningInsecureContent: false/]], /allowRunningInsecureContent: true/],
  ['no experimental features', [[windows, /experimentalFeatures: false/]], /experimentalFeatures: true/],
  ['no Blink features', [], /enableBlinkFeatures|enable-blink-features|enable-features/],
  ['no pop-ups from a webview', [[windows, /webviewTag: false/]], /allowpopups|webviewTag: true/],
  ['no webview at all', [[windows, /'will-attach-webview', \(event\) => event\.preventDefault\(\)/]]],
  [
    'navigation',
    [
      [windows, /'will-navigate', stay/],
      [windows, /'will-redirect', stay/],
      [windows, /'will-frame-navigate', stay/],
      [windows, /navigateOnDragDrop: false/],
    ],
  ],
  ['new windows', [[windows, /setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/]], /action: 'allow'/],
  [
    'the system’s browser',
    [[bridge, /const known = knownLink\(address\)\s+if \(known\) await shell\.openExternal\(known\)/]],
  ],
  ['a current Electron', [[textOf('package.json'), /"electron": "\d+\.\d+\.\d+"/]]],
  [
    'the sender of each message',
    [[bridge, /if \(!isFromOurPage\(event, origin\)\) throw/]],
    /ipcMain\.handle\((?!channel)/,
  ],
  [
    'a protocol of its own',
    [
      [protocol, /registerSchemesAsPrivileged/],
      [protocol, /standard: true, secure: true/],
    ],
    /file:\/\//,
  ],
  [
    'fuses',
    [
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ].map((fuse) => [packed, new RegExp(`^ {2}${fuse}$`, 'm')] as const),
  ],
  [
    'nothing of Electron for the page',
    [[preload, /exposeInMainWorld\('lumbung', bridge\)/]],
    /exposeInMainWorld\([^)]*(ipcRenderer|webFrame|shell)/,
  ],
]

test('the checklist has its twenty items', () => expect(CHECKLIST).toHaveLength(20))

test.each(CHECKLIST.map(([what, must, never]) => ({ what, must, never })))(
  'Electron’s checklist: $what',
  ({ must, never }) => {
    for (const [text, says] of must) expect(text).toMatch(says)
    if (never) expect(desktop).not.toMatch(never)
    expect(must.length + (never ? 1 : 0)).toBeGreaterThan(0)
  },
)
