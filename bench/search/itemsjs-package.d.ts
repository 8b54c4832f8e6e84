/** The package brings no types; this is what the benchmark uses of it. */
declare module 'itemsjs' {
  type Search = { _ids: number[]; per_page: number; filters: Record<string, string[]> }
  type Found<Item> = {
    pagination: { total: number }
    data: { items: Item[]; aggregations: Record<string, { buckets: { key: string; doc_count: number }[] }> }
  }
  type Configuration = {
    native_search_enabled: boolean
    aggregations: Record<string, { title: string; size: number; conjunction: boolean }>
  }
  export type Engine<Item> = { search: (search: Search) => Found<Item> }
  export default function itemsjs<Item>(items: Item[], configuration: Configuration): Engine<Item>
}
