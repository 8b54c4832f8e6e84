// Runs in the measured page, before its own scripts: finds the map and writes down what happens on it.
;(() => {
  const marks = ['clusters', 'site-points']
  const bench = { frames: [], ends: [], drawn: [], counts: [], isCounting: false, asking: 0, map: null }
  window.bench = bench
  const { fetch } = window
  window.fetch = (...asked) => {
    bench.asking += 1
    return fetch(...asked).finally(() => (bench.asking -= 1))
  }

  /** The map of the plain page, or that which React holds in the product. */
  const findMap = () => {
    if (window.benchMap) return window.benchMap
    const element = document.querySelector('.maplibregl-map')
    const key = element && Object.keys(element).find((name) => name.startsWith('__reactFiber$'))
    for (let fiber = key && element[key]; fiber; fiber = fiber.return) {
      const held = fiber.ref?.current
      if (held && typeof held.getMap === 'function') return held.getMap()
    }
    return null
  }

  const listen = (map) => {
    let isNew = false
    map.on('moveend', () => bench.ends.push(performance.now()))
    map.on('sourcedata', ({ sourceId, sourceDataType, tile }) => {
      if (sourceId === 'sites' && (sourceDataType === 'content' || tile)) isNew = true
    })
    map.on('render', () => {
      const layers = marks.filter((layer) => map.getLayer(layer))
      if (bench.isCounting && layers.length > 0) bench.counts.push(map.queryRenderedFeatures({ layers }).length)
      if (!isNew || layers.length === 0 || !map.isSourceLoaded('sites')) return
      if (bench.drawn.length === 0 && map.queryRenderedFeatures({ layers }).length === 0) return
      isNew = false
      bench.drawn.push(performance.now())
    })
  }

  const frame = (at) => {
    bench.frames.push(at)
    bench.map ??= findMap()
    if (bench.map && !bench.isListening) {
      bench.isListening = true
      listen(bench.map)
    }
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})()
