// Runs before anything is installed: Node built-ins only.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const INSTALL_STAMP = 'node_modules/.alan-install'
const GENERATED = 'app/platform/db/generated'
const BUILD_STAMP = 'build/.alan-build'

const SCHEMA_INPUTS = ['prisma/schema.prisma', 'prisma/models', 'package-lock.json']
const BUILD_INPUTS = [
  'app',
  'seeds',
  'public',
  'prisma/cli',
  'prisma/schema.prisma',
  'prisma/models',
  'package-lock.json',
]
const BUILD_SETTINGS = ['package.json', 'tsconfig.json', 'vite.config.ts', 'tools/compress-assets.ts']

/** Ends the process with a sentence when this Node cannot run the project. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Alań needs Node 20.19 or newer; this is Node ${process.versions.node}.`)
  process.exit(1)
}

/** Installs, generates the database client and builds, each only when its inputs changed. Throws when one fails. */
export async function prepare({ build }) {
  checkNode()
  await install()
  await generateClient()
  if (build) await buildProduct()
}

async function install() {
  const wanted = hashFiles(['package-lock.json'])
  if (readStamp(INSTALL_STAMP) === wanted) return
  if (!isInstalledByHand()) {
    await step('Installing the packages of package-lock.json', () =>
      run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
    )
  }
  writeStamp(INSTALL_STAMP, wanted)
}

/** True when node_modules already holds what the lockfile says, for example after `npm install`. */
function isInstalledByHand() {
  try {
    const wanted = readJson('package-lock.json').packages
    const found = readJson('node_modules/.package-lock.json').packages
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || (found[path] ? found[path].version === version : optional),
    )
  } catch {
    return false
  }
}

async function generateClient() {
  const stamp = `${GENERATED}/.stamp`
  const wanted = hashFiles(SCHEMA_INPUTS)
  if (readStamp(stamp) === wanted) return
  await step('Generating the database client', () => runTool('prisma', 'prisma', ['generate']))
  writeStamp(stamp, wanted)
}

async function buildProduct() {
  const wanted = hashFiles([...BUILD_INPUTS, ...BUILD_SETTINGS])
  if (readStamp(BUILD_STAMP) === wanted) return
  await step('Building', () => runTool('@remix-run/dev', 'remix', ['vite:build', '--logLevel', 'warn']))
  writeStamp(BUILD_STAMP, wanted)
}

async function step(title, work) {
  const startedAt = performance.now()
  console.log(`${title} …`)
  await work()
  console.log(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
}

/** Runs the command of an installed package with this Node; throws when it does not end with 0. */
export function runTool(packageName, command, args, options = {}) {
  const home = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return run(process.execPath, [join(home, typeof bin === 'string' ? bin : bin[command]), ...args], options)
}

/**
 * Runs a program in the project directory. Resolves to { code, output }; `output` is empty unless `quiet` keeps it.
 * Throws on another exit code than 0 unless `mayFail`.
 */
export function run(program, args, { env = {}, quiet = false, mayFail = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && program === 'npm',
    })
    const parts = []
    child.stdout?.on('data', (part) => parts.push(part))
    child.stderr?.on('data', (part) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const result = { code: code ?? 1, output: Buffer.concat(parts).toString() }
      if (result.code === 0 || mayFail) return resolve(result)
      reject(new Error(`${[program, ...args].join(' ')} ended with ${signal ?? code}`))
    })
  })
}

/** One hash over the contents of files and directories; tests and generated code do not count. */
function hashFiles(inputs) {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const path of filesOf(input)) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesOf(input) {
  if (!existsSync(join(root, input))) return []
  if (input.includes('.')) return [input]
  return readdirSync(join(root, input), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith(GENERATED))
    .sort()
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

function readStamp(path) {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null
}

function writeStamp(path, stamp) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), stamp)
}
