import type { Story } from './story'

/** Invented inquiries that have ended, one for each way. */
export const endedStories: readonly Story[] = [
  {
    key: 'fish',
    sites: ['BLQ-0053'],
    locale: 'kk',
    sector: 'agriculture',
    person: { name: 'Бауыржан Қалиев', email: 'kaliev@balyq.example', organization: '«Балық» ЖШС' },
    title: 'Балық өңдеу цехын іске қосу',
    text: 'Цехты жалға алып, тәулігіне 5 тонна балық өңдейміз. Тоңазытқыш пен су көлемі туралы мәлімет керек.',
    arrived: [38, '10:00'],
    steps: [
      { when: [37, '11:20'], type: 'accepted' },
      {
        when: [37, '12:00'],
        type: 'message_from_body',
        text: 'Сәлеметсіз бе! Су 120 м³/тәул., тоңазытқыш жұмыс істейді. Қарап шығуға шақырамыз.',
        isAnswer: true,
      },
      {
        when: [33, '09:30'],
        type: 'visit_proposed',
        text: 'Цехты және тоңазытқышты көрсетеміз.',
        visit: { days: [3, 4], time: '11:00', place: 'Цехтың қақпасы', contact: 'Айгерим, +7 710 000 00 42' },
      },
      { when: [32, '10:10'], type: 'visit_accepted' },
      {
        when: [24, '16:00'],
        type: 'offer_made',
        text: 'Жалдау 5 жылға, айына 1 м² үшін 320 теңге, алғашқы үш ай тегін.',
      },
      {
        when: [12, '15:00'],
        type: 'contracted',
        text: 'Шарт № 14 жасалды, 18 жұмыс орны.',
        outcome: { contractNumber: '14', jobs: 18, investmentKzt: 240_000_000, reconversion: 'use_restored' },
      },
    ],
  },
  {
    key: 'scrapyard',
    sites: ['ABA-0003'],
    locale: 'ru',
    sector: 'services',
    person: { name: 'Руслан Гончаров', email: 'gon@mail.example' },
    title: 'Площадка для разборки техники',
    text: 'Хотим арендовать цех для разборки списанной техники и хранения лома, без ремонта здания.',
    arrived: [21, '14:00'],
    steps: [
      { when: [20, '10:00'], type: 'accepted' },
      {
        when: [19, '11:30'],
        type: 'declined',
        reason: 'activity_not_allowed',
        text: 'Цех предназначен для ремонта оборудования, хранение лома на участке не разрешено его целевым назначением. Решение можно обжаловать в вышестоящем органе.',
      },
    ],
  },
  {
    key: 'coldstore',
    sites: ['EKB-0002'],
    locale: 'ru',
    sector: 'logistics',
    person: { name: 'Тимур Ахметов', email: 'ahmetov@sklad.example', organization: 'ТОО «Ертіс Логистик»' },
    title: 'Холодильный склад 4 000 м²',
    text: 'Нужен склад с тупиком и 500 кВт под холод. Какова длина тупика и кто владелец?',
    arrived: [17, '10:00'],
    steps: [
      {
        when: [16, '09:20'],
        type: 'message_from_body',
        text: 'Здравствуйте! Тупик на площадке, владелец коммунальный. Мощность ограничена, уточняем.',
        isAnswer: true,
      },
      {
        when: [10, '11:00'],
        type: 'closed_no_fit',
        text: 'Сетевая компания подтвердила только 250 кВт. Предложили участок № 12 индустриальной зоны.',
      },
    ],
  },
  {
    key: 'withdrawn',
    sites: ['KHR-0004'],
    locale: 'ru',
    sector: 'logistics',
    person: { name: 'Асель Мусина', email: 'musina@mail.example' },
    title: 'Склад запчастей',
    text: 'Ищем тёплый склад от 600 м² рядом с железной дорогой, аренда на три года.',
    arrived: [8, '12:00'],
    steps: [
      { when: [7, '10:00'], type: 'accepted' },
      { when: [6, '18:00'], type: 'withdrawn' },
    ],
  },
]
