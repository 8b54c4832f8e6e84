import type { QueryClass } from './queries'
import { queryClasses } from './queries'
import type { ContestantName } from './worker'

/** What was measured of one contestant; `cpuMs` is the mean of a query, `rssMb` is over bare Node, `heldMb` what its heap and its buffers hold. */
export type Measured = {
  name: ContestantName
  readyMs: number
  times: Record<QueryClass, number[]>
  cpuMs: Record<QueryClass, number>
  rssMb: number
  heldMb: number
  diskMb: number
  load: number
}

/** Times in ms, the median and the 95th percentile of a class. */
export type Row = { sites: number; contestant: ContestantName } & Record<string, number | string>

export function toRow({ name, readyMs, times, rssMb, heldMb, diskMb, load }: Measured, sites: number): Row {
  const classes = [
    ...queryClasses.map((kind) => [kind, times[kind]] as const),
    ['all', Object.values(times).flat()] as const,
  ]
  return {
    ...{ sites, contestant: name },
    ...Object.fromEntries(
      classes.flatMap(([kind, all]) => [
        [kind, toDigits(medianOf(all))],
        [`${kind} p95`, toDigits(quantileOf(all, 0.95))],
      ]),
    ),
    'ready s': toDigits(readyMs / 1000),
    ...{
      'RSS MB': Math.round(rssMb),
      'held MB': Math.round(heldMb),
      'disk MB': Math.round(diskMb),
      load: toDigits(load),
    },
  }
}

/** Processor time of a query, ms, mean: unlike the times it hardly depends on what else the machine does. */
export function toProcessorRow({ name, cpuMs }: Measured, sites: number): object {
  const all = queryClasses.reduce((sum, kind) => sum + cpuMs[kind], 0) / queryClasses.length
  const classes = queryClasses.map((kind) => [kind, toDigits(cpuMs[kind])])
  return { sites, contestant: name, ...Object.fromEntries(classes), all: toDigits(all) }
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function toDigits(value: number): number {
  return Number(value.toPrecision(3))
}
