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

/** `isWithForms`: whether the time was enough to come as far as to forms. */
type Attacked = { findings: Finding[]; modules: number; isWithForms: boolean }

type Entry = { method: string; path: string; info: string; level: number; parameter: string | null }
type Report = Record<'vulnerabilities' | 'anomalies' | 'additionals', Record<string, Entry[]>>

/** Lets wapiti crawl and attack as one person; gives what it reports, and how many modules it ran. Throws when it failed. */
export async function runWapiti(run: WapitiRun): Promise<Attacked> {
  const cookieFile = join(run.folder, 'cookies.json')
  const reportFile = join(run.folder, 'wapiti.json')
  await writeFile(cookieFile, JSON.stringify(asCookieFile(run.cookies)))
  const chosen = modules.filter((name) => run.cookies.length === 0 || !onlyForVisitors.has(name))
  const { output, code, isCutOff } = await runProgram(
    'wapiti',
    [
      ...['-u', `${run.url}/`, '--scope', 'folder', '-m', chosen.join(','), '-l', '1', '-f', 'json', '-o', reportFile],
      ...['--endpoint', run.baitUrl, '--no-bugreport', '--store-session', run.folder, '--store-config', run.folder],
      ...['-d', '1', '--max-links-per-page', '3', '--max-files-per-dir', '40', '-S', 'polite', '-t', '15', '-v', '1'],
      ...['--max-scan-time', String(run.crawlSeconds), '--max-attack-time', String(run.attackSeconds)],
      // What has more fields, such as the search of 110, is tried by sqlmap, a few fields at a time.
      ...['--max-parameters', '20'],
      ...(run.cookies.length > 0 ? ['-c', cookieFile] : []),
      ...run.pages.flatMap((page) => ['-s', run.url + page]),
    ],
    // A module looks at the clock only between two addresses.
    (run.crawlSeconds + (run.attackSeconds * 3 + 30) * chosen.length) * 1000,
  )
  await writeFile(join(run.folder, 'wapiti.log'), output)
  const isWithForms = /^\[\+\] POST /m.test(output)
  const ranModules = new Set([...output.matchAll(/^\[\*\] Launching module (\w+)/gm)].map(([, name]) => name))
  if (isCutOff || code !== 0) throw new Error(`wapiti as ${run.persona} ended with ${code}:\n${output.slice(-3000)}`)
  const report = JSON.parse(await readFile(reportFile, 'utf8')) as Report
  return { findings: readReport(report, run.persona), modules: ranModules.size, isWithForms }
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
