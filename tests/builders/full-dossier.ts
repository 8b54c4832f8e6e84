import {
  emptyBuilding,
  emptyCommitment,
  emptyDossier,
  emptyEncumbrance,
  emptyStep,
} from '#app/domain/sites/empty-dossier'
import type { Dossier, Provenance } from '#app/domain/sites/model'

/** Every letter of Kazakh that Russian has not, and the signs of quantities and money. */
export const kazakhLetters = 'ӘҒҚҢӨҰҮҺІәғқңөұүһі'

const same = (text: string) => ({ kk: text, ru: text, en: text })

function paper(reference: string): Provenance {
  return { source: 'network_company', reference, asOf: '2026-09-15', validUntil: '2028-09-14' }
}

/** A dossier in which every group says something. */
export function fullDossier(): Dossier {
  const blank = emptyDossier('complex')
  const { rights, transport, utilities } = blank
  return {
    ...blank,
    identity: {
      ...blank.identity,
      name: { kk: 'Механикалық жөндеу цехы', ru: 'Ремонтно-механический цех', en: 'Machine repair shop' },
      description: same(`Кирпичное здание с пролётом 18 м. ${kazakhLetters} ₸ ² ³ №`),
      address: { kk: 'Ленин көшесі, 118', ru: 'ул. Ленина, 118', en: '118 Lenin Street' },
      cadastralNumbers: ['09-108-021-318'],
      point: [74.9803, 46.8612],
    },
    rights: {
      ...rights,
      ...{ ownership: 'communal', tenures: ['trust_management', 'art234_free_transfer', 'lease'] },
      ...{ priceKind: 'rent_m2_month', price: 850, idleSince: '2021-03', owner: 'Тайный балансодержатель' },
      steps: [
        { ...emptyStep(), who: 'investor', paper: { kk: 'Өтінім', ru: 'Заявка', en: 'Application' }, workingDays: 5 },
        { ...emptyStep(), who: 'spk', paper: same('Договор'), costKzt: 24_500, link: 'https://gosreestr.kz/lot/118' },
      ],
      encumbranceState: 'present',
      encumbrances: [{ ...emptyEncumbrance(), kind: 'servitude', text: same('Проезд к подстанции') }],
      provenance: { ...rights.provenance, ownership: paper('№ 2-01/41') },
    },
    land: { ...blank.land, plotHa: 1.8, freeHa: 1.2, category: 'industry', flood: 'none' },
    buildings: [
      {
        ...emptyBuilding(),
        ...{ name: 'Цех № 1', use: 'production', totalAreaM2: 4320, freeAreaM2: 4320, clearHeightM: 9.6, floors: 1 },
        ...{ yearBuilt: 1974, wearPct: 45, walls: 'brick', cranes: 'yes', craneLiftT: 10, columnGrid: '12×6' },
      },
      emptyBuilding(),
    ],
    utilities: {
      ...utilities,
      electricity: {
        ...utilities.electricity,
        ...{ presence: 'connected', installed: 1000, used: 220, reserved: 150, free: 630, distanceM: 180 },
        ...{ operator: 'Балқаш Жарық', voltageKv: 10, substation: 'ПС-12', reliability: 'II' },
        provenance: paper('№ 14-02/318'),
      },
      gas: { ...utilities.gas, presence: 'none', distanceM: 2400 },
      sewer: { ...utilities.sewer, operator: 'Балқаш Су' },
    },
    transport: {
      ...transport,
      roadSurface: 'asphalt',
      highwayKm: 6,
      highway: 'M-36',
      railAccess: 'distance',
      railKm: 0.35,
    },
    environment: { ...blank.environment, contamination: 'unlikely', pastActivity: same('Ремонт горного оборудования') },
    offeredFor: { ...blank.offeredFor, sectors: ['manufacturing', 'services'] },
    papers: [{ fileId: 'b1', kind: 'technical_passport', title: same('Техпаспорт'), access: 'on_request' }],
    commitments: [
      {
        ...emptyCommitment('c1'),
        ...{ work: 'electricity', added: 400, dueOn: '2027-06-30', programme: '«Ауыл – ел бесігі»', state: 'funded' },
      },
      { ...emptyCommitment('c2'), work: 'road', dueOn: '2026-06-30' },
    ],
    responsible: { ...blank.responsible, name: 'Тайный Ответственный', phone: '+7 700 000 00 00' },
    notApplicable: ['land.sanitaryZoneM'],
  }
}
