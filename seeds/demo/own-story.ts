import { inventName } from './demo-people'
import type { Story } from './story'

/** The inquiry of the demo's investor: two towns, so two bodies; what else belongs to it, own-inquiry.ts adds. */
export const ownStory: Story = {
  key: 'metalware',
  sites: ['BLQ-0007', 'KNT-0004'],
  locale: 'ru',
  sector: 'manufacturing',
  person: {
    name: inventName('investor@company.demo'),
    email: 'investor@company.demo',
    organization: 'ТОО «Демо Инвест»',
  },
  title: 'Цех металлоконструкций в Балхаше или Кентау',
  text: 'Выбираем между двумя городами. Нужны 1,5 МВт, кран от 10 тонн и подъездной путь. Что из этого есть сейчас и что можно провести за год?',
  arrived: [6, '11:30'],
  steps: [
    { when: [5, '10:05'], type: 'accepted' },
    {
      when: [5, '10:40'],
      type: 'message_from_body',
      text: 'Здравствуйте! Мощность и кран проверяем на месте. Пришлите, пожалуйста, схему размещения оборудования.',
    },
    {
      when: [1, '15:20'],
      type: 'message_from_investor',
      text: 'Схему прилагаю. Печь и пресс можно поставить в разных пролётах.',
    },
  ],
}
