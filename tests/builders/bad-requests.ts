/** A request that says things wrongly, and what is answered: a status, and the parameters named as not used. */
export type BadRequest = { name: string; path: string; body?: string; status: number; ignored?: string[] }

const repeat = (count: number, make: (index: number) => string, between: string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(between)

/** What an address of the search says, and the parameters that have to be named as not used. */
export const badSearches: readonly [name: string, query: string, ignored: string[]][] = [
  ['a range the wrong way round', 'area_min=500&area_max=100', ['area_max', 'area_min']],
  ['no number', 'power_min=NaN&plot_min=Infinity&water_min=1e9', ['plot_min', 'power_min', 'water_min']],
  ['a page nobody has', 'page=99999999999999999999', ['page']],
  ['a page beyond the last', 'page=100000&size=100', []],
  ['a box across the antimeridian', 'bbox=170,40,-170,50', ['bbox']],
  ['an area that crosses itself', 'area=70,46;72,48;72,46;70,48', ['area']],
  ['an area of too many corners', `area=${repeat(200, (index) => `7${index % 10},4${index % 9}`, ';')}`, ['area']],
  ['a point off the globe', 'near=500,95&within_km=10', ['near', 'within_km']],
  ['bytes that are not UTF-8', 'q=%FF%FE&town=%C3%28', ['q', 'town']],
  ['control characters', 'q=%00%01%1B%5B31m&kind=building%00', ['kind', 'q']],
  ['half a percent sign', 'q=%&power_min=%E0%A4%A', ['power_min', 'q']],
  ['a name of the prototype', '__proto__=1&constructor=2', ['__proto__', 'constructor']],
]

/** Thousands of parameters, of which a hundred are named; and more than a request line may hold. */
export const manyParameters = repeat(1500, (index) => `x${index}`, '&')
export const tooManyParameters = repeat(10_000, (index) => `sector=x${index}`, '&')

const sized = (bytes: number) => 'x'.repeat(bytes)

/** What a brief says, as an address of the page. */
export const badBriefs: readonly BadRequest[] = [
  {
    ...{ name: 'no numbers', path: '/ru/briefs/new?power_min=NaN&area_min=-5&jobs=1e9', status: 200 },
    ignored: ['area_min', 'jobs', 'power_min'],
  },
  {
    ...{ name: 'bytes that are not UTF-8', path: '/ru/briefs/new?sector=%FF%FE&town=%C3%28', status: 200 },
    ignored: ['sector', 'town'],
  },
  {
    ...{ name: 'control characters', path: '/ru/briefs/new?kind=building%00&power_weight=%1B', status: 200 },
    ignored: ['kind', 'power_weight'],
  },
  { name: 'thousands of parameters', path: `/ru/briefs/new?${manyParameters}`, status: 200 },
  { name: 'more than a request line may hold', path: `/ru/briefs/new?${tooManyParameters}`, status: 431 },
  { name: 'a form of 5 MB', path: '/ru/briefs/new', body: `activity=${sized(5_000_000)}`, status: 413 },
]

/** Bodies of `POST /api/match`. */
export const badBodies: readonly BadRequest[] = [
  {
    ...{ name: 'numbers that are none', path: '/api/match', status: 200 },
    ...{ body: '{"power_min":"NaN","area_min":-5,"plot_min":1e300}', ignored: ['area_min', 'plot_min', 'power_min'] },
  },
  {
    ...{ name: 'values of another kind', path: '/api/match', status: 200 },
    ...{ body: '{"power_min":{"a":1},"sector":[true,"it"]}', ignored: ['power_min', 'sector'] },
  },
  {
    ...{ name: 'control characters', path: '/api/match', status: 200 },
    ...{ body: '{"kind":"building\\u0000","town":"\\ud800"}', ignored: ['kind', 'town'] },
  },
  {
    name: 'names of the prototype',
    path: '/api/match',
    body: '{"__proto__":{"x":1},"power_min":400}',
    status: 200,
    ignored: ['__proto__'],
  },
  { name: 'no JSON', path: '/api/match', body: '{"power_min', status: 400 },
  { name: 'a list', path: '/api/match', body: '[]', status: 400 },
  {
    ...{ name: 'ten thousand parameters', path: '/api/match', status: 413 },
    body: `{${repeat(10_000, (index) => `"x${index}":1`, ',')}}`,
  },
  {
    ...{ name: 'two thousand parameters', path: '/api/match', status: 400 },
    body: `{${repeat(2_000, (index) => `"x${index}":1`, ',')}}`,
  },
  { name: 'a brief of 5 MB', path: '/api/match', body: `{"activity":"${sized(5_000_000)}"}`, status: 413 },
]
