import { log } from '#app/platform/log/log.server'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Reading = { value: number; labels?: Record<string, string> }

type Kept = { registry: Registry; requests: Histogram<'method' | 'status'> }

const kept = globalThis as typeof globalThis & { __alanMetrics?: Kept }

function metrics(): Kept {
  return (kept.__alanMetrics ??= makeMetrics())
}

function makeMetrics(): Kept {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'alan_http_request_seconds',
    help: 'Time to the end of an answer, by method and status',
    labelNames: ['method', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  return { registry, requests }
}

/** Counts a request that is over; methods that we do not serve are one. `status` is `aborted` when the client left. */
export function noteRequest(method: string, status: string, seconds: number): void {
  const known = ['GET', 'HEAD', 'POST'].includes(method) ? method : 'other'
  metrics().requests.observe({ method: known, status }, seconds)
}

/**
 * Names a figure that is read whenever the metrics are asked for; the same name again replaces it. A reading that throws
 * leaves the figure out, as a figure that is old would hide that something is wrong.
 */
export function registerGauge(
  { name, help, labels = [] }: { name: string; help: string; labels?: readonly string[] },
  read: () => Promise<Reading[]> | Reading[],
): void {
  const { registry } = metrics()
  registry.removeSingleMetric(name)
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: labels,
    registers: [registry],
    collect: async () => {
      gauge.reset()
      try {
        for (const reading of await read()) gauge.set(reading.labels ?? {}, reading.value)
      } catch (error) {
        log.warn({ err: error, metric: name }, 'a metric could not be read')
      }
    },
  })
}

/** All figures as Prometheus reads them. */
export async function writeMetrics(): Promise<{ type: string; text: string }> {
  const { registry } = metrics()
  return { type: registry.contentType, text: await registry.metrics() }
}
