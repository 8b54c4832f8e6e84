import type { Logger } from 'pino'

type StopPart = () => Promise<void> | void

/** Parts of the process in the order they were started, each with the way to stop it. */
export class StartSteps {
  readonly #stops: { name: string; stop: StopPart }[] = []

  constructor(private readonly log: Logger) {}

  /**
   * Starts one part and logs how long it took. `onStop` registers how it is stopped; stopping runs backwards. When the
   * part fails, everything started before is stopped and the failure is thrown on.
   */
  async run<T>(name: string, start: (onStop: (stop: StopPart) => void) => Promise<T> | T): Promise<T> {
    const startedAt = performance.now()
    try {
      const result = await start((stop) => this.#stops.push({ name, stop }))
      this.log.debug({ step: name, ms: Math.round(performance.now() - startedAt) }, 'started')
      return result
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  /** Stops all parts, last started first. A part that fails to stop is logged and does not keep the others. */
  async stop(): Promise<void> {
    for (let part = this.#stops.pop(); part !== undefined; part = this.#stops.pop()) {
      try {
        await part.stop()
      } catch (error) {
        this.log.error({ err: error, step: part.name }, 'could not stop cleanly')
      }
    }
  }
}
