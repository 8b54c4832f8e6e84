import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Tx } from '#app/platform/db/client.server'
import type { Reference } from './reference-data'
import { byKey, compareRows } from './compare-rows'

export async function writeSectors(tx: Tx, { sectors: { sectors, source, confidence } }: Reference): Promise<void> {
  const rows = sectors.map(({ key, name, oked }, position) => ({
    ...{ key, position, nameKk: name.kk, nameRu: name.ru, nameEn: name.en, oked, source, confidence },
  }))
  const { missing, changed } = await compareRows(rows, tx.sector.findMany(), byKey)
  await tx.sector.createMany({ data: missing })
  for (const { key, ...columns } of changed) await tx.sector.update({ where: { key }, data: columns })
}

export async function writeIncentives(tx: Tx, { incentives }: Reference): Promise<void> {
  const rows = incentives.map(describeIncentive)
  const { missing, changed } = await compareRows(rows, tx.incentive.findMany(), byKey)
  await tx.incentive.createMany({ data: missing })
  for (const { key, ...columns } of changed) await tx.incentive.update({ where: { key }, data: columns })
}

function describeIncentive(incentive: Reference['incentives'][number], position: number) {
  const { key, name, terms, provider, basis, note, sectors, availability, source, confidence } = incentive
  return {
    key,
    position,
    nameKk: name.kk,
    nameRu: name.ru,
    nameEn: name.en,
    termsKk: terms.kk,
    termsRu: terms.ru,
    termsEn: terms.en,
    providerKk: provider.kk,
    providerRu: provider.ru,
    providerEn: provider.en,
    basisKk: basis.kk,
    basisRu: basis.ru,
    basisEn: basis.en,
    noteKk: note?.kk ?? '',
    noteRu: note?.ru ?? '',
    noteEn: note?.en ?? '',
    sectors,
    availability,
    source,
    confidence,
  }
}

/** Days that a year no longer has (a holiday that was abolished) go; overrides are a table of their own. */
export async function writeCalendar(tx: Tx, { calendar }: Reference): Promise<void> {
  for (const [year, { days, source, confidence }] of Object.entries(calendar)) {
    const rows = days.map(({ date, type, holiday, of }) => ({
      date: toDate(date),
      kind: type,
      holidayKey: holiday,
      movedFrom: of === null ? null : toDate(of),
      source,
      confidence,
    }))
    await tx.calendarDay.deleteMany({ where: { date: { gte: toDate(`${year}-01-01`), lte: toDate(`${year}-12-31`) } } })
    await tx.calendarDay.createMany({ data: rows })
  }
}

function toDate(day: string): Date {
  return utcMidnightOf(toLocalDate(day))
}
