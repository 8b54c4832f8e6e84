// `npm run check`: format, lint, arrows, types, unused. Two at a time, since two cores are the usual machine.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, runTool } from './prepare.mjs'

const ESLINT_CACHE = ['--cache', '--cache-location', '.cache/eslint/', '--cache-strategy', 'content']
const PRETTIER_CACHE = ['--cache', '--cache-location', '.cache/prettier', '--cache-strategy', 'content']
const TYPES_CACHE = ['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo']
const ARROW_ROOTS = ['app', 'seeds', 'tests', 'prisma', 'bench'].filter((folder) => existsSync(join(root, folder)))

/** Longest first, so that the last one to finish is a short one. */
const PARTS = [
  { name: 'lint', package: 'eslint', command: 'eslint', args: ['.', '--max-warnings', '0', ...ESLINT_CACHE] },
  { name: 'types', package: 'typescript', command: 'tsc', args: ['--noEmit', '-p', '.', ...TYPES_CACHE] },
  { name: 'unused', package: 'knip', command: 'knip', args: ['--no-progress', '--no-config-hints'] },
  { name: 'arrows', package: 'dependency-cruiser', command: 'depcruise', args: ['--no-progress', ...ARROW_ROOTS] },
  {
    name: 'format',
    package: 'prettier',
    command: 'prettier',
    args: ['--check', '.', '--log-level', 'warn', ...PRETTIER_CACHE],
  },
]

/** Runs all parts, or those named; prints what the failed ones said. Resolves to the names of the failed parts. */
export async function check(names = []) {
  const waiting = PARTS.filter((part) => names.length === 0 || names.includes(part.name))
  const failed = []
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const startedAt = performance.now()
      const { code, output } = await runTool(part.package, part.command, part.args, { quiet: true, mayFail: true })
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${part.name.padEnd(8)} ${seconds} s`)
      if (code === 0) continue
      failed.push(part.name)
      console.log(output.trimEnd())
    }
  }
  await Promise.all([work(), work()])
  return failed
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const failed = await check(process.argv.slice(2))
  process.exitCode = failed.length === 0 ? 0 : 1
}
