import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Product {
  url: string
  /** Asks it to stop in order and waits until it is gone; resolves to the exit code. */
  stop(): Promise<number | null>
  process: ChildProcess
  /** All that it has written so far, to both outputs. */
  output(): string
}

const READY = /^Alań is ready: (http:\S+)$/
const START_LIMIT_MS = 300_000

/**
 * Runs the built product in a process of its own on a free port of the loopback, with `env` on top of an environment
 * that holds nothing of the machine's configuration; `start.mjs` builds it before if it must. Rejects with its output when it ends before it is ready.
 */
export async function startProduct(
  env: Record<string, string>,
  entry: 'build/server/index.js' | 'start.mjs' = 'build/server/index.js',
): Promise<Product> {
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      ALAN_ENV: 'local',
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Not ready after ${START_LIMIT_MS / 1000} s:\n${output.join('')}`))
    }, START_LIMIT_MS)
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.push(`${line}\n`)
      const ready = READY.exec(line)
      if (!ready?.[1]) return
      clearTimeout(limit)
      resolve(ready[1])
    })
    child.once('exit', (code) => {
      clearTimeout(limit)
      reject(new Error(`The product ended with ${code}:\n${output.join('')}`))
    })
  })
  return {
    url,
    process: child,
    output: () => output.join(''),
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      child.kill('SIGTERM')
      const [code] = (await once(child, 'exit')) as [number | null]
      return code
    },
  }
}
