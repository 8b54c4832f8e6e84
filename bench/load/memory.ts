import { setTimeout } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'

/** What the process holds after all garbage was collected, MB. */
export type Reading = { atS: number; rssMb: number; heapMb: number }

const everyMs = 10_000

/** Collects the garbage of the process and reads its `/metrics` every ten seconds, for so long. */
export async function readMemory(base: string, product: ChildProcess, seconds: number): Promise<Reading[]> {
  const start = performance.now()
  const readings: Reading[] = []
  while (performance.now() - start < seconds * 1000) {
    product.kill('SIGUSR2')
    const text = await (await fetch(`${base}/metrics`)).text()
    const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / 1e6
    const atS = Math.round((performance.now() - start) / 1000)
    const [rssMb, heapMb] = [figure('process_resident_memory_bytes'), figure('nodejs_heap_size_used_bytes')]
    readings.push({ atS, rssMb: Math.round(rssMb * 10) / 10, heapMb: Math.round(heapMb * 10) / 10 })
    await setTimeout(Math.max(0, everyMs - ((performance.now() - start) % everyMs)))
  }
  return readings
}

/** Slope of the least squares, MB a minute. */
export function slopeOf(readings: readonly Reading[], of: 'rssMb' | 'heapMb'): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const times = readings.map(({ atS }) => atS / 60)
  const values = readings.map((reading) => reading[of])
  const [time, value] = [mean(times), mean(values)]
  const above = times.reduce((sum, at, index) => sum + (at - time) * ((values[index] ?? 0) - value), 0)
  const below = times.reduce((sum, at) => sum + (at - time) ** 2, 0)
  return Math.round((above / below) * 100) / 100
}
