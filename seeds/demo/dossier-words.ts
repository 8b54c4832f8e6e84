import type { Localized } from '#app/domain/kernel/localized'

/** Nothing written. */
export const empty: Localized = { kk: '', ru: '', en: '' }

export const notes: readonly Localized[] = [
  {
    kk: 'Әкімдік көршілес учаскені қосуға дайын.',
    ru: 'Акимат готов добавить соседний участок.',
    en: 'The akimat is ready to add the neighbouring plot.',
  },
  {
    kk: 'Бөліп жалға беруге болады, 300 м²-ден бастап.',
    ru: 'Возможна аренда частями, от 300 м².',
    en: 'Can be let in parts, from 300 m².',
  },
  {
    kk: 'Қалада мамандар бар: комбинат қысқартқан жұмысшылар.',
    ru: 'В городе есть специалисты: сокращённые работники комбината.',
    en: 'Skilled people live in town: workers laid off by the works.',
  },
]

export const conditions: readonly Localized[] = [
  {
    kk: 'Шатыры 2022 жылы жөнделген, терезелерін ауыстыру керек.',
    ru: 'Кровля отремонтирована в 2022 году, окна требуют замены.',
    en: 'The roof was repaired in 2022; the windows need replacing.',
  },
  {
    kk: 'Ағымдағы жөндеу керек; қабырғалары мен жабыны берік.',
    ru: 'Нужен текущий ремонт; стены и перекрытия прочные.',
    en: 'Needs running repairs; walls and floors are sound.',
  },
  {
    kk: 'Ғимарат жабық, күзетіледі; ішкі желілер тексеруді қажет етеді.',
    ru: 'Здание закрыто и охраняется; внутренние сети требуют проверки.',
    en: 'The building is closed and guarded; internal networks need checking.',
  },
  {
    kk: 'Күрделі жөндеу қажет, жобалық-сметалық құжаттама жоқ.',
    ru: 'Требуется капитальный ремонт, проектно-сметной документации нет.',
    en: 'Needs major repair; there is no design estimate yet.',
  },
]

export const grounds: readonly Localized[] = [
  { kk: 'Рельефі тегіс, су баспайды.', ru: 'Рельеф ровный, подтопления нет.', en: 'Level ground, no flooding.' },
  {
    kk: 'Кіреберіс жол учаске шекарасына дейін салынған.',
    ru: 'Подъездная дорога доведена до границы участка.',
    en: 'The access road reaches the border of the plot.',
  },
]
