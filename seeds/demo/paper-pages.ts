import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Dossier } from '#app/domain/sites/model'
import type { PdfPaper, PdfPart } from '#app/platform/pdf/model'
import type { DemoPaper } from './papers'
import { drawPlan } from './plan-drawing'

type Subject = { number: string; dossier: Dossier; paper: DemoPaper; day: LocalDate }

const ink = '#1b2430'
const grey = '#5a6470'

/** An invented paper that says on every page that it is one. Papers of akimats are in Kazakh and Russian. */
export function layOutPaper({ number, dossier, paper, day }: Subject): PdfPaper {
  const { name, address } = dossier.identity
  return {
    header: {
      text: 'ДЕМОНСТРАЦИЯЛЫҚ ҚҰЖАТ, КҮШІ ЖОҚ · ДЕМОНСТРАЦИОННЫЙ ДОКУМЕНТ, НЕ ИМЕЕТ СИЛЫ',
      ...{ color: '#a3271f', fontSize: 8, margin: [42, 22, 42, 0] },
    },
    footer: { text: `${number} · {page} / {pages}`, color: grey, fontSize: 8, margin: [42, 8, 42, 0] },
    content: [
      { text: paper.title.kk, fontSize: 17, color: ink },
      { text: paper.title.ru, fontSize: 13, color: grey, margin: [0, 2, 0, 12] },
      { text: `${number} · ${name.kk} · ${name.ru}`, margin: [0, 0, 0, 2] },
      { text: `${address.kk} · ${address.ru}`, color: grey, margin: [0, 0, 0, 14] },
      ...bodyOf(paper, dossier, day),
    ],
    images: {},
    title: `${number} · ${paper.title.ru}`,
    subject: paper.title.kk,
    author: 'Alań demo',
    language: 'kk',
    margins: [42, 52, 42, 42],
    isCompressed: true,
  }
}

function bodyOf({ kind }: DemoPaper, dossier: Dossier, day: LocalDate): PdfPart[] {
  if (kind === 'plan') return [{ svg: drawPlan(dossier), width: 511 }]
  if (kind === 'technical_conditions') return [table(conditionRows(dossier, day))]
  if (kind === 'land_act') return [table(landRows(dossier, day))]
  return dossier.buildings.flatMap((building, index) => [table(buildingRows(building, index, day))])
}

type Row = readonly [label: string, value: string]

function table(rows: readonly Row[]): PdfPart {
  return {
    layout: 'rows',
    margin: [0, 0, 0, 14],
    table: { widths: [300, '*'], body: rows.map(([label, value]) => [{ text: label, color: grey }, value]) },
  }
}

/** `—` is what the invented paper leaves open. */
function say(value: number | null, unit: string): string {
  return value === null ? '—' : `${new Intl.NumberFormat('ru').format(value)} ${unit}`
}

function conditionRows({ utilities: { electricity } }: Dossier, day: LocalDate): Row[] {
  const { conditions, voltageKv, installed, substation, reliability, operator } = electricity
  return [
    ['Нөмірі · Номер', conditions.number || '—'],
    ['Берілген күні · Дата выдачи', conditions.issuedOn ?? day],
    ['Жарамды · Действительны до', conditions.validUntil ?? '—'],
    ['Желілік компания · Сетевая компания', operator || '—'],
    ['Рұқсат етілген қуат · Разрешённая мощность', say(installed, 'кВт')],
    ['Кернеу · Напряжение', say(voltageKv, 'кВ')],
    ['Қосылу нүктесі · Точка подключения', substation || '—'],
    ['Сенімділік санаты · Категория надёжности', reliability === 'unknown' ? '—' : reliability],
  ]
}

function landRows({ land, identity }: Dossier, day: LocalDate): Row[] {
  return [
    ['Кадастрлық нөмір · Кадастровый номер', identity.cadastralNumbers.join(', ') || '—'],
    ['Ауданы · Площадь', say(land.plotHa, 'га')],
    ['Нысаналы мақсаты · Целевое назначение', `${land.designatedUse.kk} · ${land.designatedUse.ru}`],
    ['Күні · Дата', day],
  ]
}

function buildingRows(building: Dossier['buildings'][number], index: number, day: LocalDate): Row[] {
  return [
    ['Литер · Литера', building.name || String(index + 1)],
    ['Салынған жылы · Год постройки', building.yearBuilt === null ? '—' : String(building.yearBuilt)],
    ['Жалпы ауданы · Общая площадь', say(building.totalAreaM2, 'м²')],
    ['Көлемі · Строительный объём', say(building.volumeM3, 'м³')],
    ['Биіктігі · Высота', say(building.clearHeightM, 'м')],
    ['Ұстындар торы · Сетка колонн', building.columnGrid || '—'],
    ['Тозуы · Износ', say(building.wearPct, '%')],
    ['Күні · Дата', building.surveyedOn ?? day],
  ]
}
