import { queryClasses, type QueryClass } from './queries'
import { medianOf, type Measured } from './table'

export type Target = { sites: number; target: string; wanted: string; measured: string; isMet: boolean }

const libraries = ['orama', 'itemsjs', 'minisearch']

type Bound = {
  /** Median of a class, ms. */
  ms: Partial<Record<QueryClass, number>>
  /** How many times as fast as PostgreSQL, over all queries or in a class, and as the fastest library in each class. */
  overPostgres: Partial<Record<QueryClass | 'all', number>>
  overLibraries: number
  rssMb: number
  readyS: number
}

const bounds: Record<number, Bound> = {
  100_000: {
    ms: { selective: 0.8, broad: 2, text: 0.2, box: 0.6 },
    overPostgres: { all: 25, broad: 95 },
    overLibraries: 25,
    rssMb: 60,
    readyS: 20,
  },
  1_000_000: {
    ms: { selective: 6, broad: 18 },
    overPostgres: { selective: 9, broad: 60 },
    overLibraries: 25,
    rssMb: 350,
    readyS: 20,
  },
}

/** Which targets were met at that size; none for sizes that have none or when the contestant is not there. */
export function checkTargets(measured: readonly Measured[], size: number): Target[] {
  const bound = bounds[size]
  const ours = measured.find(({ name }) => name === 'ours')
  if (!bound || !ours) return []
  const targets: Target[] = []
  const atMost = (target: string, most: number, value: number) =>
    targets.push({ sites: size, target, wanted: `<= ${most}`, measured: value.toPrecision(3), isMet: value <= most })
  const atLeast = (target: string, least: number, value: number) =>
    targets.push({ sites: size, target, wanted: `>= ${least}`, measured: value.toPrecision(3), isMet: value >= least })
  for (const kind of queryClasses) {
    const most = bound.ms[kind]
    if (most !== undefined) atMost(`${kind}, ms`, most, medianIn(ours, kind))
  }
  const postgres = measured.find(({ name }) => name === 'postgres')
  for (const kind of ['all', ...queryClasses] as const) {
    const least = bound.overPostgres[kind]
    if (postgres && least !== undefined)
      atLeast(`${kind}, times PostgreSQL`, least, medianIn(postgres, kind) / medianIn(ours, kind))
  }
  const others = measured.filter(({ name }) => libraries.includes(name))
  for (const kind of others.length > 0 ? queryClasses : []) {
    const fastest = Math.min(...others.map((other) => medianIn(other, kind)))
    atLeast(`${kind}, times the fastest library`, bound.overLibraries, fastest / medianIn(ours, kind))
  }
  atMost('memory over bare Node, MB', bound.rssMb, ours.rssMb)
  atMost('ready without reading the database, s', bound.readyS, ours.readyMs / 1000)
  return targets
}

function medianIn({ times }: Measured, kind: QueryClass | 'all'): number {
  return medianOf(kind === 'all' ? Object.values(times).flat() : times[kind])
}
