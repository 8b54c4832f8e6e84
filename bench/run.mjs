// `npm run bench -- <name>`: one measurement of the built product; prints a table, writes bench/results/<name>.json.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'

const directory = new URL('./', import.meta.url)
const known = readdirSync(directory)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))

const [name = '', ...args] = process.argv.slice(2)
if (!known.includes(name)) {
  console.error(`npm run bench -- <name>, where the name is one of: ${known.join(', ')}`)
  process.exit(1)
}
const { measure, needsBuild = true } = await import(new URL(`${name}.mjs`, directory).href)
if (needsBuild && !existsSync('build/server/index.js')) {
  console.error('There is no build to measure: run npm run build first')
  process.exit(1)
}

const { rows, isWithinBudget, tables = {} } = await measure(args)
console.table(rows)
for (const [title, more] of Object.entries(tables)) {
  if (more.length === 0) continue
  console.log(title)
  console.table(more)
}
mkdirSync(new URL('results/', directory), { recursive: true })
const report = { measuredAt: new Date().toISOString(), node: process.version, isWithinBudget, rows, ...tables }
writeFileSync(new URL(`results/${name}.json`, directory), `${JSON.stringify(report, null, 2)}\n`)
process.exitCode = isWithinBudget ? 0 : 1
