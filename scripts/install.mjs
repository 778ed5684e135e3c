import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'

/*
 * Gets what the other commands need, once; afterwards it costs a few milliseconds. Plain Node 20 and no packages, for it
 * runs before there are any.
 *
 *   node scripts/install.mjs                the packages of package-lock.json
 *   node scripts/install.mjs --with-tools   and what the tests use besides: Chromium, pdftoppm, hledger
 */
const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Debian's packages for the tools, each with the one that serves as well where the first is not known. Without Chromium most
 * journeys cannot run; tests that need another tool skip.
 */
const TOOLS = [
  {
    name: 'Chromium',
    debian: ['chromium-headless-shell', 'chromium'],
    isNeeded: true,
    isHere: () => findChromium() !== null,
  },
  { name: 'pdftoppm', debian: ['poppler-utils'], isNeeded: false, isHere: () => answers('pdftoppm', '-v') },
  { name: 'hledger', debian: ['hledger'], isNeeded: false, isHere: () => answers('hledger', '--version') },
]

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Lumbung needs Node 20 or newer; this is ${process.version}.`)
installPackages()
if (process.argv.includes('--with-tools')) installTools()

/** The packages are as the lock file says when npm wrote its own copy of it after we last changed ours. */
function installPackages() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules/.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.error(
    'Memasang paket (npm ci), sekali saja; bisa beberapa menit. / Installing packages (npm ci), once; it may take some minutes.',
  )
  const { npm_execpath: npm } = process.env
  // npm's words go to stderr: stdout belongs to the command that follows, and may be JSON
  const how = { cwd: root, stdio: ['inherit', 2, 'inherit'] }
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, 'ci'], how)
    : spawnSync('npm', ['ci'], { ...how, shell: process.platform === 'win32' })
  if (status !== 0) stop('The packages could not be installed; see npm above. A first install needs the internet.')
}

function installTools() {
  const missing = TOOLS.filter(({ isHere }) => !isHere())
  if (missing.length === 0) return
  if (canUseApt()) {
    console.error(`Installing ${missing.map(({ name }) => name).join(', ')} with apt-get, once.`)
    apt('update')
    // one by one: a package this release does not have must not keep the others away
    for (const { debian } of missing)
      apt('install', '-y', '--no-install-recommends', debian.find(isKnownToApt) ?? debian.at(-1))
  }
  const still = missing.filter(({ isHere }) => !isHere())
  if (still.length === 0) return
  const names = still.map(({ name }) => name).join(', ')
  console.error(`Not found: ${names}. ${howToGet(still.map(({ debian }) => debian.at(-1)))}`)
  if (still.some(({ isNeeded }) => isNeeded)) stop('Or point LUMBUNG_CHROMIUM at a browser of the Chromium family.')
  console.error('The tests that need them will be skipped.')
}

function howToGet(packages) {
  if (process.platform === 'darwin') return `Try: brew install --cask google-chrome; brew install poppler hledger`
  if (process.platform === 'win32') return 'Install Chrome or Edge; poppler and hledger are optional.'
  return `Try: sudo apt-get install -y ${packages.join(' ')}`
}

function canUseApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function isKnownToApt(name) {
  return answers('apt-cache', 'show', name)
}

/** Waits for another installation to finish instead of failing on its lock. Its words are shown only when it fails. */
function apt(...args) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=400', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  })
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-8).join('\n'))
}

function answers(command, ...question) {
  try {
    execFileSync(command, question, { stdio: 'ignore', timeout: 10_000 })
    return true
  } catch {
    return false
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
