import { Session, type Profiler } from 'node:inspector/promises'

/** The ten functions that `work` spent most time in, each with its share of all samples. */
export async function profile(work: () => Promise<void>): Promise<{ name: string; share: number }[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
  await work()
  const { profile: taken } = await session.post('Profiler.stop')
  session.disconnect()
  return summarise(taken)
}

function summarise({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): { name: string; share: number }[] {
  const names = new Map(
    nodes.map(({ id, callFrame }) => [id, callFrame.functionName || `(line ${callFrame.lineNumber + 1})`]),
  )
  const spent = new Map<string, number>()
  samples.forEach((id, index) => {
    const name = names.get(id) ?? ''
    if (name !== '(idle)') spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  })
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0)
  return [...spent]
    .sort(([, left], [, right]) => right - left)
    .slice(0, 10)
    .map(([name, time]) => ({ name, share: time / all }))
}
