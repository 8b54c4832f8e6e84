import { StartSteps } from '#app/server/start-steps'
import { pino } from 'pino'
import { expect, it } from 'vitest'

function recordSteps() {
  const events: string[] = []
  const steps = new StartSteps(pino({ level: 'silent' }))
  const begin = (name: string, stop: () => void = () => undefined) =>
    steps.run(name, (onStop) => {
      events.push(`start ${name}`)
      onStop(() => {
        events.push(`stop ${name}`)
        stop()
      })
      return name
    })
  return { events, steps, begin }
}

it('stops in the opposite order of the start, once', async () => {
  const { events, steps, begin } = recordSteps()
  expect(await begin('database')).toBe('database')
  await begin('jobs')
  await steps.stop()
  await steps.stop()
  expect(events).toEqual(['start database', 'start jobs', 'stop jobs', 'stop database'])
})

it('stops what runs when a later part fails, and throws the failure on', async () => {
  const { events, steps, begin } = recordSteps()
  await begin('database')
  const failure = steps.run('migrations', () => Promise.reject(new Error('pending')))
  await expect(failure).rejects.toThrow('pending')
  expect(events).toEqual(['start database', 'stop database'])
})

it('stops the others when one cannot be stopped', async () => {
  const { events, steps, begin } = recordSteps()
  await begin('database')
  await begin('jobs', () => {
    throw new Error('stuck')
  })
  await steps.stop()
  expect(events).toEqual(['start database', 'start jobs', 'stop jobs', 'stop database'])
})
