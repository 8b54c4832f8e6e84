import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from './findings'
import { inParallel, runProgram } from './programs'
import type { Target } from './targets'

type SqlmapRun = {
  persona: string
  url: string
  cookies: { name: string; value: string }[]
  targets: readonly Target[]
  folder: string
  /** For all targets together. */
  seconds: number
}

/** Longest run for some fields of one target. */
const targetSeconds = 240

/** What sqlmap says when it has tried everything, and when it got through. */
const isClean = /all tested parameters do not appear to be injectable|no parameter\(s\) found for testing/
const isThrough = /(\S+ parameter '[^']+' is vulnerable|sqlmap identified the following injection point)/g

/**
 * Lets sqlmap try every field of the targets: by what a condition changes, by errors, by union. Waiting in the database is
 * what wapiti tries (`blindsql`). Gives what it got through, and the targets that it could not finish in time.
 */
export async function runSqlmap(run: SqlmapRun): Promise<{ findings: Finding[]; unfinished: string[] }> {
  const end = performance.now() + run.seconds * 1000
  const results = await inParallel(run.targets, 2, (target) => attack(run, target, end))
  return {
    findings: results.flatMap(({ findings }) => findings),
    unfinished: results.flatMap(({ unfinished }) => unfinished ?? []),
  }
}

async function attack(
  run: SqlmapRun,
  target: Target,
  end: number,
): Promise<{ findings: Finding[]; unfinished?: string }> {
  const query = new URLSearchParams(target.fields).toString()
  const address = run.url + target.path
  const where = `${target.method} ${target.path} (${target.tried.join(', ')})`
  const name = createHash('sha256').update(where).digest('hex').slice(0, 12)
  const limitMs = Math.min(targetSeconds * 1000, end - performance.now())
  if (limitMs < 1000) return { findings: [], unfinished: where }
  const { output, isCutOff } = await runProgram(
    'sqlmap',
    [
      ...(target.method === 'GET'
        ? ['-u', query === '' ? address : `${address}?${query}`]
        : ['-u', address, '--data', query]),
      ...[
        '--batch',
        '--dbms=PostgreSQL',
        '--level=1',
        '--risk=1',
        '--technique=BEU',
        '--timeout=30',
        '-p',
        target.tried.join(','),
      ],
      ...['--disable-coloring', '--flush-session', '--answers=redirect=N,keep testing=Y', '--retries=1'],
      ...[
        // Of its own: one run begins by emptying the notes of all others there.
        `--output-dir=${join(run.folder, `sqlmap-${name}`)}`,
        `--cookie=${run.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`,
      ],
      // Forms carry an id by which the same form sent twice is known: each request is a new form.
      ...('form' in target.fields ? ['--eval=import uuid; form=str(uuid.uuid4())'] : []),
    ],
    limitMs,
  )
  await writeFile(join(run.folder, `sqlmap-${name}.log`), `${where}\n${output}`)
  const findings = [...output.matchAll(isThrough)].map(([what]) => ({
    ...{ scanner: 'sqlmap' as const, persona: run.persona, level: 'critical' as const, category: 'SQL injection' },
    ...{ where, what },
  }))
  const isDone = isClean.test(output) || findings.length > 0
  return isDone && !isCutOff ? { findings } : { findings, unfinished: where }
}
