// `npm run sbom`: the software bill of materials of what is installed in production, from package-lock.json, and its licences.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProductionPackages } from './production-packages'

type Component = { name: string; 'bom-ref': string; properties: { name: string; value: string }[] }
type Bill = {
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const folder = '.cache/sbom'
const own = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string }

const order = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']
const bill = JSON.parse(execFileSync('npm', order, { encoding: 'utf8', maxBuffer: 64_000_000 })) as Bill
// npm names it after the folder it stands in.
bill.metadata.component.name = own.name
const commit = readCommit()
if (commit !== null) bill.metadata.component.properties.push({ name: 'alan:commit', value: commit })

// With --omit=dev npm also leaves out what both the product and its tools need, such as react.
const packages = readProductionPackages()
const wanted = new Set([`${own.name}@${own.version}`, ...packages.map(({ name, version }) => `${name}@${version}`)])
const isWanted = (reference: string) => wanted.has(reference)
bill.components = bill.components.filter((part) => isWanted(part['bom-ref']))
bill.dependencies = bill.dependencies
  .filter(({ ref }) => isWanted(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(isWanted) }))
const listed = new Set(bill.components.map((part) => part['bom-ref']))
const missing = [...wanted].slice(1).filter((reference) => !listed.has(reference))
if (missing.length > 0) throw new Error(`npm does not list ${missing.join(', ')}`)

const lines = packages.map(({ name, version, licence }) => [name, version, licence].join(','))
mkdirSync(folder, { recursive: true })
const file = join(folder, `${own.name}-${own.version}.cdx.json`)
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
writeFileSync(join(folder, 'licences.csv'), `${['name,version,licence', ...lines].join('\n')}\n`)
console.log(
  `${file}: ${own.name} ${own.version}${commit === null ? '' : ` (${commit})`}, ${bill.components.length} packages`,
)

/** The commit that is checked out; null outside a repository. */
function readCommit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  } catch {
    return null
  }
}
