import { readFileSync } from 'node:fs'

type Lockfile = { packages: Record<string, Locked> }
type Locked = {
  version: string
  license?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
type Packages = Lockfile['packages']

/** `licence` is the SPDX expression of the package, `none` when it names none. */
export type Package = { name: string; version: string; licence: string }

/** What the running product is made of: everything that `dependencies` of package.json need, by the lockfile of this folder. */
export function readProductionPackages(): Package[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile
  const places = collect(packages, '', new Set())
  return [...places].sort().map((place) => {
    const { version, license: licence = 'none' } = packages[place] as Locked
    return { name: place.replace(/^.*node_modules\//, ''), version, licence }
  })
}

function collect(packages: Packages, from: string, found: Set<string>): Set<string> {
  const { dependencies, optionalDependencies } = packages[from] ?? {}
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = placeOf(packages, name, from)
    if (place === null || found.has(place)) continue
    found.add(place)
    collect(packages, place, found)
  }
  return found
}

/** Where Node finds a package: beside the one that asks, then in every directory above; null for one that may be missing. */
function placeOf(packages: Packages, name: string, from: string): string | null {
  const place = `${from}${from && '/'}node_modules/${name}`
  if (packages[place] !== undefined) return place
  return from === '' ? null : placeOf(packages, name, from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)))
}
