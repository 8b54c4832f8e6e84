import { factsOf } from '#app/domain/matching/facts'
import { briefsFor, compileBriefs } from '#app/domain/matching/many-briefs'
import type { Match, MatchAnswer, NearMiss } from '#app/domain/matching/model'
import { compileBrief } from '#app/domain/matching/rules'
import { full } from '#app/domain/matching/levels'
import { matchColumns } from '#app/domain/matching/scan'
import { makeColumns } from '#app/domain/search/columns'
import { freshnessEdges } from '#app/domain/search/freshness'
import { loadavg } from 'node:os'
import { benchNow, benchPlaces, generateRows } from '../search/generate-rows'
import { benchBrief, savedBriefs } from './briefs'
import { openDatabase } from './postgres'
import { makeStatement } from './statement'

/** The bounds of the issue: one brief at 100,000 sites, beside PostgreSQL, and saved briefs against one changed site. */
const bounds = { briefMs: 10, timesPostgres: 20, savedMs: 20 }
const limits = { limit: 20, openLimit: 15, nearLimit: 15 }
const rounds = 40

/** Arguments: how many sites, else 100,000. */
export async function measure([size]: string[]) {
  const sites = Number(size ?? 100_000)
  const columns = makeColumns(generateRows(sites), benchPlaces)
  const { client, close } = await openDatabase(generateRows(sites))
  try {
    const brief = benchBrief()
    const { text, values } = makeStatement(brief, limits, benchNow)
    const ask = async () => (await client.query<SqlAnswer>({ name: 'brief', text, values })).rows[0]
    const ours = () => matchColumns(columns, brief, benchNow, limits)
    compare(ours(), await ask(), compileBrief(brief).weight * full)
    const times = { ours: [] as number[], postgres: [] as number[] }
    for (let round = 0; round < rounds + 10; round += 1) {
      const [own, theirs] = [await timed(ours), await timed(ask)]
      if (round >= 10) times.ours.push(own)
      if (round >= 10) times.postgres.push(theirs)
    }
    const saved = await measureSaved()
    const rows = [toRow('brief, columns', sites, times.ours), toRow('brief, PostgreSQL', sites, times.postgres), saved]
    const [own, theirs, many] = rows.map(({ median }) => median) as [number, number, number]
    const isWithinBudget = own <= bounds.briefMs && theirs / own >= bounds.timesPostgres && many <= bounds.savedMs
    const targets = [
      { target: 'brief of 15 criteria, ms', wanted: `at most ${bounds.briefMs}`, measured: own },
      {
        target: 'times PostgreSQL',
        wanted: `at least ${bounds.timesPostgres}`,
        measured: Math.round((theirs / own) * 10) / 10,
      },
      { target: '10,000 saved briefs, ms', wanted: `at most ${bounds.savedMs}`, measured: many },
    ]
    return { rows, isWithinBudget, tables: { targets } }
  } finally {
    await close()
  }
}

/** Saved briefs, compiled once, against sites that change one after the other. */
async function measureSaved() {
  const briefs = compileBriefs(savedBriefs(10_000))
  const edges = freshnessEdges(benchNow)
  const sites = [...generateRows(rounds + 10)].map((row) => factsOf(row, edges))
  const times: number[] = []
  for (const facts of sites) times.push(await timed(() => briefsFor(facts, briefs, benchNow)))
  return toRow('10,000 saved briefs, one site', briefs.ids.length, times.slice(10))
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  const result = work()
  if (result instanceof Promise) await result
  return performance.now() - start
}

type Line = [number: string, low: number, high: number, gap: number]
type SqlAnswer = { totals: Record<string, number>; match: Line[]; open: Line[]; near: Line[] }

/** Throws unless both say the same: how many, which sites, in what order, with which interval and gap. */
function compare(answer: MatchAnswer, sql: SqlAnswer | undefined, whole: number): void {
  const scored = ({ card, low, high }: Match) => [card.number, Math.round(low * whole), Math.round(high * whole)]
  const missed = ({ card, relativeGap }: NearMiss) => [card.number, Math.round(relativeGap * 1e6)]
  const own = {
    totals: [answer.total, answer.openTotal, answer.nearTotal],
    lists: [answer.matches.map(scored), answer.open.map(scored), answer.nearMisses.map(missed)],
  }
  const theirs = sql && {
    totals: ['match', 'open', 'near'].map((place) => sql.totals[place] ?? 0),
    lists: [
      ...[sql.match, sql.open].map((list) => list.map(([number, low, high]) => [number, low, high])),
      sql.near.map(([number, , , gap]) => [number, gap]),
    ],
  }
  if (JSON.stringify(own) !== JSON.stringify(theirs)) {
    throw new Error(`the answers differ:\n${JSON.stringify(own)}\n${JSON.stringify(theirs)}`)
  }
}

function toRow(work: string, of: number, times: readonly number[]) {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 100) / 100
  return { work, of, median: at(0.5), p95: at(0.95), best: at(0), load: Math.round((loadavg()[0] ?? 0) * 10) / 10 }
}
