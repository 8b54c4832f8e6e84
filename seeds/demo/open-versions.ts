import type { Dossier } from '#app/domain/sites/model'
import { createRandom } from '#seeds/builders/random'
import { unlearn } from './history'

type DemoRemark = { field: string | null; text: string }

/** What heads asked to correct, at the field it is about. */
const lackingPower: DemoRemark = {
  field: 'utilities.electricity.free',
  text: 'Укажите свободную мощность по письму сетевой компании и приложите его номер и дату.',
}
const lackingSurvey: DemoRemark = {
  field: 'buildings.0.surveyedOn',
  text: 'Когда здание обследовали? Без даты состояние крыши ничего не говорит.',
}
const unclearPrice: DemoRemark = {
  field: 'rights.price',
  text: 'Цена без НДС или с НДС? Проверьте по решению комиссии.',
}

/** Remarks on versions of sites that have never been public; what is in review was sent back before. */
export const remarksOf: Record<string, readonly DemoRemark[]> = {
  'BLQ-0062': [lackingPower, lackingSurvey, { field: 'rights', text: 'Добавьте шаги получения объекта.' }],
  'BLQ-0061': [unclearPrice, lackingSurvey],
  'AQS-0008': [lackingPower],
}

type OpenVersion = {
  state: 'in_review' | 'changes_requested' | 'draft'
  dossier: Dossier
  remarks: readonly DemoRemark[]
}

const open: Record<string, Pick<OpenVersion, 'state' | 'remarks'>> = {
  'TMT-0018': { state: 'in_review', remarks: [unclearPrice] },
  'RDN-0009': { state: 'changes_requested', remarks: [lackingPower, unclearPrice] },
  'KNT-0021': { state: 'in_review', remarks: [] },
}

/** The version that somebody writes at while the site is public; null on most sites. */
export function openVersionOf(number: string, dossier: Dossier): OpenVersion | null {
  const version = open[number]
  return version ? { ...version, dossier: unlearn(createRandom(`open:${number}`), dossier) } : null
}
