import type { AccessLevel } from '#app/domain/sites/choices'
import type { Paper } from '#app/domain/sites/model'
import { stableId } from '#seeds/builders/stable-id'
import type { SiteEntry } from './demo-data'
import { details } from './archetype-details'

export type DemoPaper = Paper & { fileName: string }

type Kind = 'plan' | 'technical_passport' | 'land_act' | 'technical_conditions' | 'survey'

const kinds: Record<Kind, { title: Paper['title']; access: AccessLevel; fileName: string }> = {
  plan: {
    title: { kk: 'Учаске жоспары', ru: 'План участка', en: 'Plan of the plot' },
    access: 'public',
    fileName: 'plan',
  },
  technical_passport: {
    title: { kk: 'Техникалық паспорт', ru: 'Технический паспорт', en: 'Technical passport' },
    access: 'registered',
    fileName: 'tehpasport',
  },
  land_act: {
    title: { kk: 'Жер учаскесіне акт', ru: 'Акт на земельный участок', en: 'Act on the land plot' },
    access: 'on_request',
    fileName: 'zemelnyi-akt',
  },
  technical_conditions: {
    title: {
      kk: 'Электрмен жабдықтаудың техникалық шарттары',
      ru: 'Технические условия на электроснабжение',
      en: 'Technical conditions for electricity',
    },
    access: 'public',
    fileName: 'tu-elektro',
  },
  survey: {
    title: {
      kk: 'Конструкцияларды тексеру актісі',
      ru: 'Акт обследования конструкций',
      en: 'Survey of the structures',
    },
    access: 'on_request',
    fileName: 'obsledovanie',
  },
}

/** Every paper is laid out at the first start, a tenth of a second each: so only a few sites have some. */
const sitesWithPapers = new Set(['BLQ-0019', 'TMT-0031', 'RDN-0005', 'STP-0011'])

/** The papers of an invented site: a few sites have two, the showcase has all. */
export function listPapers(number: string, archetype: SiteEntry['archetype'], isShowcase: boolean): DemoPaper[] {
  return chooseKinds(number, archetype, isShowcase).map((kind) => ({
    ...{ kind, title: kinds[kind].title, access: kinds[kind].access },
    fileId: stableId(`paper:${number}:${kind}`),
    fileName: `${number}-${kinds[kind].fileName}.pdf`,
  }))
}

function chooseKinds(number: string, archetype: SiteEntry['archetype'], isShowcase: boolean): readonly Kind[] {
  if (isShowcase) return ['plan', 'technical_passport', 'land_act', 'technical_conditions', 'survey']
  if (!sitesWithPapers.has(number)) return []
  return details[archetype].use === 'unknown' ? ['plan', 'land_act'] : ['plan', 'technical_passport']
}
