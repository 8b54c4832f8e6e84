import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { levels, type Finding, type Level } from './findings'
import { runProgram } from './programs'

/** All modules that need nothing of the internet: `nikto` and `wapp` would fetch their data. */
const modules = [
  ...['backup', 'blindsql', 'brute_login_form', 'buster', 'cookieflags', 'crlf', 'csp', 'csrf', 'exec', 'file'],
  ...['htaccess', 'http_headers', 'methods', 'permanentxss', 'redirect', 'shellshock', 'sql', 'ssrf', 'xss', 'xxe'],
]

/** Guessing passwords and names of files is the same for everybody. */
const onlyForVisitors = new Set(['brute_login_form', 'buster', 'htaccess', 'backup'])

export type WapitiRun = {
  persona: string
  url: string
  baitUrl: string
  cookies: { name: string; value: string }[]
  /** Pages with forms, each other than the ones before: the crawler takes the forms and some links of each. */
  pages: string[]
  /** Folder for its session and report. */
  folder: string
  crawlSeconds: number
  attackSeconds: number
}

/** `cutOff`: the modules that were stopped by the clock. `isWithForms`: whether the crawl came as far as to forms. */
type Attacked = { findings: Finding[]; modules: number; cutOff: string[]; isWithForms: boolean }

type Entry = { method: string; path: string; info: string; level: number; parameter: string | null }
type Report = Record<'vulnerabilities' | 'anomalies' | 'additionals', Record<string, Entry[]>>

/**
 * Lets wapiti crawl and attack as one person, one module after another, so that one that hangs takes nothing with it; gives
 * what it reports. Throws when it failed.
 */
export async function runWapiti(run: WapitiRun): Promise<Attacked> {
  const cookieFile = join(run.folder, 'cookies.json')
  await writeFile(cookieFile, JSON.stringify(asCookieFile(run.cookies)))
  const chosen = modules.filter((name) => run.cookies.length === 0 || !onlyForVisitors.has(name))
  const common = [
    ...['-u', `${run.url}/`, '--scope', 'folder', '-l', '1', '-f', 'json', '--endpoint', run.baitUrl, '--no-bugreport'],
    ...['--store-session', run.folder, '--store-config', run.folder, '-S', 'polite', '-t', '15', '-v', '1'],
    // What has more fields, such as the search of 110, is tried by sqlmap, a few fields at a time.
    ...['--max-parameters', '20', '--max-attack-time', String(run.attackSeconds)],
    ...(run.cookies.length > 0 ? ['-c', cookieFile] : []),
  ]
  const crawl = [
    ...['-m', '', '-d', '1', '--max-links-per-page', '3', '--max-files-per-dir', '40'],
    ...['--max-scan-time', String(run.crawlSeconds)],
    ...run.pages.flatMap((page) => ['-s', run.url + page]),
  ]
  const crawled = await runPart(run, 'crawl', [...common, ...crawl], run.crawlSeconds)
  const cutOff: string[] = []
  const found: Finding[] = []
  for (const name of chosen) {
    const { isCutOff, findings } = await runPart(run, name, [...common, '--skip-crawl', '-m', name], run.attackSeconds)
    if (isCutOff) cutOff.push(name)
    found.push(...findings)
  }
  // A report tells again what earlier modules found, also those that were killed.
  const findings = [...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()]
  return { findings, modules: chosen.length, cutOff, isWithForms: /^\[\+\] POST /m.test(crawled.output) }
}

async function runPart(run: WapitiRun, name: string, options: readonly string[], seconds: number) {
  const reportFile = join(run.folder, `wapiti-${name}.json`)
  // A module looks at the clock only between two addresses, and some hang.
  const limitMs = (seconds * 4 + 60) * 1000
  const { output, code, isCutOff: isKilled } = await runProgram('wapiti', [...options, '-o', reportFile], limitMs)
  await writeFile(join(run.folder, `wapiti-${name}.log`), output)
  const isCutOff = isKilled || output.includes('Max attack time was reached')
  if (isKilled) return { output, isCutOff, findings: [] }
  if (code !== 0) throw new Error(`wapiti as ${run.persona} (${name}) ended with ${code}:\n${output.slice(-3000)}`)
  const findings = readReport(JSON.parse(await readFile(reportFile, 'utf8')) as Report, run.persona)
  return { output, isCutOff, findings }
}

function readReport({ vulnerabilities, anomalies, additionals }: Report, persona: string): Finding[] {
  return [vulnerabilities, anomalies, additionals].flatMap((kind) =>
    Object.entries(kind).flatMap(([category, entries]) =>
      entries.map((entry) => ({
        ...{ scanner: 'wapiti' as const, persona, category, level: levelOf(entry.level) },
        where: `${entry.method} ${entry.path}${entry.parameter ? ` (${entry.parameter})` : ''}`,
        what: entry.info,
      })),
    ),
  )
}

function levelOf(level: number): Level {
  return levels[level] ?? 'critical'
}

function asCookieFile(cookies: WapitiRun['cookies']) {
  const kept = cookies.map(({ name, value }) => [name, { value, version: 0, secure: false, expires: null, port: null }])
  return { '127.0.0.1': { '/': Object.fromEntries(kept) as Record<string, unknown> } }
}
