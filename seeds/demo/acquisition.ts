import type { Localized } from '#app/domain/kernel/localized'
import type { Ownership, Tenure } from '#app/domain/sites/choices'
import type { AcquisitionStep } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'

type Step = Omit<AcquisitionStep, 'workingDays' | 'costKzt' | 'link'> & { days: readonly [number, number] | null }

const application: Step = {
  who: 'investor',
  days: null,
  paper: {
    kk: 'Бизнес-жоспары бар өтінім',
    ru: 'Заявка с бизнес-планом',
    en: 'Application with a business plan',
  },
}
const review: Step = {
  who: 'akimat',
  days: [7, 15],
  paper: {
    kk: 'Комиссияның объектіні беру туралы шешімі',
    ru: 'Решение комиссии о предоставлении объекта',
    en: 'Decision of the commission to hand the object over',
  },
}
const tender: Step = {
  who: 'trading_platform',
  days: [10, 20],
  paper: {
    kk: 'Электрондық тендер хаттамасы',
    ru: 'Протокол электронного тендера',
    en: 'Protocol of the electronic tender',
  },
}
const auction: Step = {
  who: 'trading_platform',
  days: [10, 20],
  paper: {
    kk: 'Электрондық аукцион хаттамасы',
    ru: 'Протокол электронного аукциона',
    en: 'Protocol of the electronic auction',
  },
}
const handOver: Step = {
  who: 'akimat',
  days: [5, 10],
  paper: {
    kk: 'Шарт және қабылдау-тапсыру актісі',
    ru: 'Договор и акт приёма-передачи',
    en: 'Contract and act of hand-over',
  },
}
const ownership: Step = {
  who: 'state_property_committee',
  days: null,
  paper: {
    kk: 'Шарт талаптары орындалған соң меншікке өтеусіз беру туралы шешім',
    ru: 'Решение о безвозмездной передаче в собственность после выполнения условий договора',
    en: 'Decision on free transfer into ownership once the terms of the contract are met',
  },
}
const offer: Step = {
  who: 'investor',
  days: null,
  paper: {
    kk: 'Меншік иесіне жазбаша ұсыныс',
    ru: 'Письменное предложение собственнику',
    en: 'Written offer to the owner',
  },
}
const bargain: Step = {
  who: 'owner',
  days: [5, 15],
  paper: {
    kk: 'Жалдау немесе сатып алу-сату шарты',
    ru: 'Договор аренды или купли-продажи',
    en: 'Contract of lease or sale',
  },
}
const spkDecision: Step = {
  who: 'spk',
  days: [10, 20],
  paper: {
    kk: 'ӘКК басқармасының шешімі және шарт',
    ru: 'Решение правления СПК и договор',
    en: 'Decision of the SPK board and contract',
  },
}
const landDecision: Step = {
  who: 'land_commission',
  days: [10, 20],
  paper: {
    kk: 'Жер комиссиясының қорытындысы',
    ru: 'Заключение земельной комиссии',
    en: 'Opinion of the land commission',
  },
}
const networks: Step = {
  who: 'network_company',
  days: [5, 15],
  paper: {
    kk: 'Желіге қосылудың техникалық шарттары',
    ru: 'Технические условия на подключение',
    en: 'Technical conditions for connection',
  },
}

type Facts = { random: Random; ownership: Ownership; tenures: readonly Tenure[]; isLand: boolean }

/** The way to the site as an akimat would put it; some have not written it down. */
export function inventSteps(facts: Facts): AcquisitionStep[] {
  const { random } = facts
  if (!random.chance(0.6)) return []
  return chooseSteps(facts).map(({ who, paper, days }) => ({
    who,
    paper,
    workingDays: days !== null && random.chance(0.75) ? random.whole(...days) : null,
    costKzt: null,
    link: '',
  }))
}

function chooseSteps({ ownership: owner, tenures, isLand }: Facts): readonly Step[] {
  if (isLand) return [application, landDecision, auction, networks]
  if (owner === 'private') return [offer, bargain]
  if (owner === 'quasi_state') return [application, spkDecision, handOver]
  if (tenures.includes('art234_free_transfer')) return [application, review, tender, handOver, ownership]
  return tenures.includes('sale') ? [application, auction, handOver] : [application, review, tender, handOver]
}

/** All that has to be done for the free transfer of an idle building, with the days of a careful akimat. */
export const pathOfShowcase: AcquisitionStep[] = [
  { ...toStep(application, null), costKzt: 0 },
  toStep(review, 10),
  { ...toStep(tender, 15), link: 'https://www.gosreestr.kz/' },
  { ...toStep(handOver, 5), costKzt: 0 },
  toStep(ownership, null),
]

function toStep({ who, paper }: Step, workingDays: number | null): AcquisitionStep {
  return { who, paper, workingDays, costKzt: null, link: '' }
}

/** Whose word the encumbrances of an invented site are. */
export const encumbranceTexts = {
  pledge: { kk: 'Банк кепілінде', ru: 'В залоге у банка', en: 'Pledged to a bank' },
  lease: {
    kk: 'Бір бөлігін жалға алушы пайдаланады, шарт жыл соңына дейін.',
    ru: 'Часть занимает арендатор, договор до конца года.',
    en: 'A tenant uses a part; the contract runs to the end of the year.',
  },
  servitude: {
    kk: 'Учаске арқылы көршілес қосалқы станцияға жол өтеді.',
    ru: 'Через участок проходит проезд к соседней подстанции.',
    en: 'The way to the neighbouring substation crosses the plot.',
  },
} as const satisfies Record<string, Localized>
