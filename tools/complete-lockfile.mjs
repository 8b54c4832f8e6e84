// A registry mirror often lacks the native packages of other systems; npm then leaves them out of package-lock.json, and
// `npm ci` refuses that lockfile everywhere. This writes them back by name, version, system and processor. Run it after
// adding a package when the architecture test says so, then `npm install --package-lock-only`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './prepare.mjs'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([from, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name, range]) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range) && !isFound(from, name))
    .map(([name, version]) => [`node_modules/${name}`, describe(name, version, dev)]),
)
for (const [place, entry] of missing) lock.packages[place] = entry
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(missing.map(([place]) => place).join('\n') || 'Nothing is missing')

/** Looks where Node would look: beside the package, then in every directory above. */
function isFound(from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${place}${place && '/'}node_modules/${name}`]) return true
    if (place === '') return false
  }
}

/** The lockfile entry of a package whose name says where it runs, such as `@rollup/rollup-linux-arm64-musl`. */
function describe(name, version, dev) {
  const words = name.split(/[-/]/)
  const system = SYSTEMS.find((word) => words.includes(word))
  const processor = PROCESSORS.find((word) => words.includes(word))
  if (!processor || (!system && processor !== 'wasm32')) throw new Error(`${name} does not say where it runs`)
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : null
  return {
    version,
    cpu: [processor],
    ...(dev ? { dev } : {}),
    ...(system === 'linux' && libc ? { libc: [libc] } : {}),
    optional: true,
    ...(system && processor !== 'wasm32' ? { os: [system] } : {}),
  }
}
