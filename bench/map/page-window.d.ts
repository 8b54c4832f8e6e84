/** What `recorder.mjs` puts on the page. */
interface Window {
  bench: {
    frames: number[]
    ends: number[]
    drawn: number[]
    counts: number[]
    isCounting: boolean
    /** Requests of the page that run. */
    asking: number
    map: import('maplibre-gl').Map | null
  }
}
