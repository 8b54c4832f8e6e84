import type { Localized } from '#app/domain/kernel/localized'

/** What BLQ-0042 says of itself. */
export const machineShopWords = {
  description: {
    kk: 'Комбинаттың бұрынғы жөндеу цехы: биік аралық, кран жолдары сақталған, едені бетон. Қабырғалары мен іргетасы берік, терезелерін ауыстыру керек. Металл өңдеуге, жабдық сервисіне және құрастыруға қолайлы.',
    ru: 'Бывший ремонтный цех комбината: высокий пролёт, подкрановые пути сохранены, полы бетонные. Стены и фундамент прочные, окна требуют замены. Подходит для металлообработки, сервиса оборудования и сборки.',
    en: 'Former repair shop of the works: high bay, crane runways in place, concrete floor. Walls and foundation are sound, the windows need replacing. Suits metalworking, equipment service and assembly.',
  },
  address: { kk: 'Ленин көшесі, 118', ru: 'ул. Ленина, 118', en: '118 Lenin Street' },
  landUse: {
    kk: 'Өндірістік ғимараттарға қызмет көрсету',
    ru: 'Обслуживание производственных зданий',
    en: 'Service of production buildings',
  },
  past: {
    kk: 'Комбинаттың тау-кен жабдығын жөндеу, 1974–2021.',
    ru: 'Ремонт горного оборудования комбината, 1974–2021.',
    en: 'Repair of the works’ mining equipment, 1974–2021.',
  },
  permits: {
    kk: 'Қоршаған ортаға эмиссия рұқсаты мерзімі өткен, жаңа иесі өзі алады.',
    ru: 'Разрешение на эмиссии истекло, новый владелец получает своё.',
    en: 'The emissions permit has expired; the new holder obtains their own.',
  },
  note: {
    kk: 'Кран жолдары жұмыс күйінде. Әкімдік көршілес 0,6 га учаскені қосуға дайын.',
    ru: 'Крановые пути в рабочем состоянии. Акимат готов добавить соседние 0,6 га.',
    en: 'The crane runways work. The akimat is ready to add the neighbouring 0.6 ha.',
  },
  power: {
    kk: 'ТП-118 қосалқы станциясындағы трансформаторды ауыстыру',
    ru: 'Замена трансформатора на подстанции ТП-118',
    en: 'Replacement of the transformer at substation TP-118',
  },
  sewer: {
    kk: 'Кәріз желісін учаскеге дейін қалпына келтіру',
    ru: 'Восстановление канализационной сети до участка',
    en: 'Restoration of the sewer to the plot',
  },
} as const satisfies Record<string, Localized>
