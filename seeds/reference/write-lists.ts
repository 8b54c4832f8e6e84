import { toLocalDate, utcMidnightOf } from '#app/domain/kernel/local-date'
import type { Tx } from '#app/platform/db/client.server'
import type { Reference } from './reference-data'

export async function writeSectors(tx: Tx, { sectors: { sectors, source, confidence } }: Reference): Promise<void> {
  for (const [position, { key, name, oked }] of sectors.entries()) {
    const columns = { position, nameKk: name.kk, nameRu: name.ru, nameEn: name.en, oked, source, confidence }
    await tx.sector.upsert({ where: { key }, create: { key, ...columns }, update: columns })
  }
}

export async function writeIncentives(tx: Tx, { incentives }: Reference): Promise<void> {
  for (const [position, incentive] of incentives.entries()) {
    const { key, name, terms, provider, basis, note, sectors, availability, source, confidence } = incentive
    const columns = {
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
    await tx.incentive.upsert({ where: { key }, create: { key, ...columns }, update: columns })
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
