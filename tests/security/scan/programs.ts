import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

export type Ran = { output: string; code: number | null; isCutOff: boolean }

/** What is not of the loopback is not there: a scanner that wants to call home or fetch data gets no answer. */
const deadEnd = 'http://127.0.0.1:9'
const nowhere = { http_proxy: deadEnd, https_proxy: deadEnd, no_proxy: '127.0.0.1' }

/** Runs a scanner to its end, or stops it after `limitMs`; gives what it wrote on both outputs. */
export async function runProgram(
  command: string,
  args: readonly string[],
  limitMs: number,
  env: Record<string, string> = nowhere,
): Promise<Ran> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const pieces: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece.toString()))
  let isCutOff = false
  const limit = setTimeout(() => {
    isCutOff = true
    child.kill('SIGKILL')
  }, limitMs)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(limit)
  return { output: pieces.join(''), code, isCutOff }
}

/** Sees to the scanners of Debian being there; installs them when this process may. Throws with a sentence when it may not. */
export async function findScanners(): Promise<void> {
  const missing = ['wapiti', 'sqlmap'].filter((name) => !existsSync(`/usr/bin/${name}`))
  if (missing.length === 0) return
  const order = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) throw new Error(`The scan needs ${missing.join(' and ')} of Debian: ${order}`)
  console.log(`Installing ${missing.join(' and ')} …`)
  await runProgram('apt-get', ['update', '-qq'], 120_000, {})
  const { code, output } = await runProgram('sh', ['-c', `DEBIAN_FRONTEND=noninteractive ${order}`], 300_000, {})
  if (code !== 0) throw new Error(`${order}\n${output.slice(-2000)}`)
}

/** Does `work` to all items, at most `width` at a time; in their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const queue = [...items.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}
