import { fork, type ChildProcess } from 'node:child_process'
import { build } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'
import type { ContestantName, Task, Tasks } from './worker'

const outDir = '.cache/bench'

/** Compiles the worker as the product is compiled: what tsx adds to functions would be measured, too. */
export async function compileWorker(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [tsconfigPaths({ projects: ['./tsconfig.json'] })],
    build: { ssr: 'bench/search/worker.ts', outDir, emptyOutDir: true, target: 'es2022', minify: false },
  })
}

/** A contestant in a process of its own. */
export class ContestantProcess {
  readonly name: ContestantName
  readonly #process: ChildProcess

  constructor(name: ContestantName) {
    this.name = name
    this.#process = fork(`${outDir}/worker.js`, [name], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
      serialization: 'advanced',
    })
  }

  /** Sends a task and waits for its result; throws what the contestant throws. */
  async do<Name extends keyof Tasks>(name: Name, more: Omit<Task, 'do'> = {}): Promise<Tasks[Name]> {
    const reply = await new Promise<{ result?: unknown; error?: string }>((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`${this.name} ended with ${code}`))
      this.#process.once('exit', onExit)
      this.#process.once('message', (message) => {
        this.#process.off('exit', onExit)
        resolve(message as { result?: unknown; error?: string })
      })
      this.#process.send({ ...more, do: name } satisfies Task)
    })
    if (reply.error !== undefined) throw new Error(`${this.name}: ${reply.error}`)
    return reply.result as Tasks[Name]
  }

  async end(): Promise<void> {
    await this.do('close').catch(() => undefined)
    this.#process.disconnect()
    this.#process.kill()
  }
}
