import type { Localized } from '#app/domain/kernel/localized'
import type { Building, Dossier } from '#app/domain/sites/model'
import type { archetypes } from './demo-data'

type Environment = Dossier['environment']
type Weights<Value> = readonly (readonly [value: Value, weight: number])[]

/** What a kind of idle site usually is, beyond its ranges (general knowledge: plausible, not real objects). */
type Details = {
  use: Building['use']
  /** Columns, gates, a floor that carries; null for buildings with rooms, where nobody asks. */
  hall: { grids: readonly string[]; floorLoad: readonly [low: number, high: number]; craneShare: number } | null
  walls: readonly Building['walls'][]
  past: Localized | null
  pastOked: string
  oked: readonly string[]
  soil: 'industrial' | 'light' | 'open'
  sanitaryZoneM: number | null
  land: Localized
}

const production: Localized = {
  kk: 'Өндірістік ғимараттарға қызмет көрсету',
  ru: 'Обслуживание производственных зданий',
  en: 'Service of production buildings',
}
const storage: Localized = { kk: 'Қойма базасы', ru: 'Складская база', en: 'Warehouse base' }
const social: Localized = { kk: 'Әлеуметтік объектілер', ru: 'Социальные объекты', en: 'Social buildings' }

export const details: Record<keyof typeof archetypes, Details> = {
  machine_shop: {
    use: 'production',
    hall: { grids: ['12×6', '18×6', '24×6'], floorLoad: [2, 6], craneShare: 0.85 },
    walls: ['brick', 'concrete_panels'],
    past: {
      kk: 'Тау-кен жабдығын жөндеу және металл өңдеу.',
      ru: 'Ремонт горного оборудования и металлообработка.',
      en: 'Repair of mining equipment and metalworking.',
    },
    pastOked: '33.12',
    oked: ['25.62', '33.12', '28.99'],
    soil: 'industrial',
    sanitaryZoneM: 100,
    land: production,
  },
  mothballed_plant: {
    use: 'production',
    hall: { grids: ['18×6', '24×12', '24×6'], floorLoad: [3, 10], craneShare: 0.7 },
    walls: ['concrete_panels', 'brick', 'mixed'],
    past: { kk: 'Зауыт өндірісі, тоқтатылған.', ru: 'Заводское производство, остановлено.', en: 'Plant, shut down.' },
    pastOked: '',
    oked: ['25', '28', '23'],
    soil: 'industrial',
    sanitaryZoneM: 300,
    land: production,
  },
  warehouse_base: {
    use: 'warehouse',
    hall: { grids: ['12×6', '18×6'], floorLoad: [2, 5], craneShare: 0.2 },
    walls: ['concrete_panels', 'brick', 'metal_frame'],
    past: {
      kk: 'Материалдарды сақтау және тиеу.',
      ru: 'Хранение и погрузка материалов.',
      en: 'Storage and loading of materials.',
    },
    pastOked: '52.10',
    oked: ['52.10', '46.90'],
    soil: 'light',
    sanitaryZoneM: 50,
    land: storage,
  },
  mine_surface: {
    use: 'production',
    hall: { grids: ['12×6', '18×6'], floorLoad: [2, 8], craneShare: 0.55 },
    walls: ['brick', 'concrete_blocks', 'mixed'],
    past: {
      kk: 'Шахтаның жерүсті кешені.',
      ru: 'Поверхностный комплекс шахты.',
      en: 'Surface complex of a mine.',
    },
    pastOked: '',
    oked: ['23', '38.32', '01.13'],
    soil: 'industrial',
    sanitaryZoneM: 300,
    land: {
      kk: 'Тау-кен өндірісіне қызмет көрсету',
      ru: 'Обслуживание горного производства',
      en: 'Service of mining',
    },
  },
  school_or_vocational: {
    use: 'education',
    hall: null,
    walls: ['brick', 'concrete_panels'],
    past: { kk: 'Оқу корпусы.', ru: 'Учебный корпус.', en: 'Teaching block.' },
    pastOked: '85.32',
    oked: ['62.01', '85.59'],
    soil: 'light',
    sanitaryZoneM: null,
    land: social,
  },
  boiler_energy: {
    use: 'engineering',
    hall: { grids: ['12×6', '18×6'], floorLoad: [4, 10], craneShare: 0.35 },
    walls: ['brick', 'concrete_panels'],
    past: { kk: 'Жылу өндіру.', ru: 'Выработка тепла.', en: 'Production of heat.' },
    pastOked: '35.30',
    oked: ['35.30', '01.13', '10.8'],
    soil: 'industrial',
    sanitaryZoneM: 50,
    land: {
      kk: 'Инженерлік құрылыстар',
      ru: 'Инженерные сооружения',
      en: 'Engineering structures',
    },
  },
  food_plant: {
    use: 'production',
    hall: { grids: ['6×6', '12×6'], floorLoad: [1, 3], craneShare: 0.05 },
    walls: ['brick', 'sandwich'],
    past: { kk: 'Тамақ өнімдерін өңдеу.', ru: 'Переработка пищевой продукции.', en: 'Food processing.' },
    pastOked: '10',
    oked: ['10.1', '10.5', '10.7'],
    soil: 'light',
    sanitaryZoneM: 100,
    land: production,
  },
  sewing_factory: {
    use: 'production',
    hall: { grids: ['6×6', '9×6'], floorLoad: [0.5, 1.5], craneShare: 0 },
    walls: ['brick', 'concrete_panels'],
    past: { kk: 'Жеңіл өнеркәсіп.', ru: 'Лёгкая промышленность.', en: 'Light industry.' },
    pastOked: '',
    oked: ['14', '13.92'],
    soil: 'light',
    sanitaryZoneM: 50,
    land: production,
  },
  oilfield_base: {
    use: 'service',
    hall: { grids: ['12×6', '18×6'], floorLoad: [2, 6], craneShare: 0.5 },
    walls: ['sandwich', 'metal_frame', 'concrete_panels'],
    past: {
      kk: 'Мұнай кәсіпшілігіне қызмет көрсету.',
      ru: 'Сервис нефтяных промыслов.',
      en: 'Oilfield services.',
    },
    pastOked: '09.10',
    oked: ['09.10', '33.12', '24.20'],
    soil: 'industrial',
    sanitaryZoneM: 100,
    land: production,
  },
  lab_research: {
    use: 'administrative',
    hall: null,
    walls: ['brick', 'concrete_panels'],
    past: { kk: 'Ғылыми зертхана.', ru: 'Научная лаборатория.', en: 'Research laboratory.' },
    pastOked: '72.19',
    oked: ['72.11', '63.11', '62.01'],
    soil: 'light',
    sanitaryZoneM: null,
    land: { kk: 'Ғылыми объектілер', ru: 'Научные объекты', en: 'Research buildings' },
  },
  tourism_base: {
    use: 'hotel',
    hall: null,
    walls: ['brick', 'wood', 'mixed'],
    past: { kk: 'Қызметкерлердің демалыс базасы.', ru: 'База отдыха работников.', en: 'Holiday base of workers.' },
    pastOked: '55.20',
    oked: ['55.20', '55.10'],
    soil: 'open',
    sanitaryZoneM: null,
    land: { kk: 'Рекреациялық мақсат', ru: 'Рекреация', en: 'Recreation' },
  },
  vacant_land_iz: {
    use: 'unknown',
    hall: null,
    walls: ['unknown'],
    past: null,
    pastOked: '',
    oked: ['25', '23', '52.10'],
    soil: 'open',
    sanitaryZoneM: 300,
    land: {
      kk: 'Өнеркәсіп объектілерін орналастыру',
      ru: 'Размещение объектов промышленности',
      en: 'Placing of industrial objects',
    },
  },
  greenhouse_site: {
    use: 'unknown',
    hall: null,
    walls: ['unknown'],
    past: null,
    pastOked: '',
    oked: ['01.13', '01.19'],
    soil: 'open',
    sanitaryZoneM: null,
    land: { kk: 'Жылыжай шаруашылығы', ru: 'Тепличное хозяйство', en: 'Greenhouse farming' },
  },
  trucking_depot: {
    use: 'service',
    hall: { grids: ['12×6', '18×6'], floorLoad: [2, 6], craneShare: 0.3 },
    walls: ['concrete_panels', 'brick'],
    past: {
      kk: 'Көлікті сақтау және жөндеу.',
      ru: 'Стоянка и ремонт транспорта.',
      en: 'Parking and repair of vehicles.',
    },
    pastOked: '49.41',
    oked: ['45.20', '49.41', '52.10'],
    soil: 'industrial',
    sanitaryZoneM: 100,
    land: { kk: 'Автобаза', ru: 'Автобаза', en: 'Motor depot' },
  },
  hospital_kindergarten: {
    use: 'health',
    hall: null,
    walls: ['brick', 'concrete_panels'],
    past: { kk: 'Әлеуметтік мекеме.', ru: 'Социальное учреждение.', en: 'Social institution.' },
    pastOked: '',
    oked: ['86.90', '55.10'],
    soil: 'light',
    sanitaryZoneM: null,
    land: social,
  },
}

type Soil = { contamination: Weights<Environment['contamination']>; hazard: Weights<Environment['hazardClass']> }

/** What is known about the ground, by what was done on it. */
export const soils: Record<Details['soil'], Soil> = {
  industrial: {
    contamination: [
      ['unknown', 36],
      ['suspected', 26],
      ['unlikely', 22],
      ['treated', 8],
      ['proven', 8],
    ],
    hazard: [
      ['III', 34],
      ['IV', 30],
      ['unknown', 36],
    ],
  },
  light: {
    contamination: [
      ['none', 34],
      ['unlikely', 34],
      ['unknown', 32],
    ],
    hazard: [
      ['V', 30],
      ['none', 26],
      ['unknown', 44],
    ],
  },
  open: {
    contamination: [
      ['none', 46],
      ['unlikely', 18],
      ['unknown', 36],
    ],
    hazard: [
      ['none', 60],
      ['unknown', 40],
    ],
  },
}
