type Compare = (left: number, right: number) => number

/** Up to here the first positions are kept in a heap, which touches most positions only once. */
const largestHeap = 1000

/**
 * Positions `from` to before `to` of the order by `keys`, ties broken by `compare`, without sorting the rest. The cost
 * grows with the number of keys, not with how far back the range lies.
 */
export function selectRange(keys: Float64Array, compare: Compare, from: number, to: number): number[] {
  const order: Compare = (left, right) => {
    const [leftKey, rightKey] = [keys[left] as number, keys[right] as number]
    return leftKey === rightKey ? compare(left, right) : leftKey - rightKey
  }
  if (to <= largestHeap) return firstByHeap(keys, order, to).sort(order).slice(from)
  const positions = Uint32Array.from(keys.keys())
  moveForward(positions, order, from, positions.length)
  moveForward(positions.subarray(from), order, to - from, positions.length - from)
  return [...positions.subarray(from, to)].sort(order)
}

/** The first `count` positions, not in order: the last of those kept is always on top, and most do not even beat it. */
function firstByHeap(keys: Float64Array, order: Compare, count: number): number[] {
  const heap: number[] = []
  if (count <= 0) return heap
  let worst = Infinity
  for (let at = 0; at < keys.length; at++) {
    if (heap.length < count) {
      heap.push(at)
      siftUp(heap, order)
    } else if ((keys[at] as number) <= worst && order(at, heap[0] as number) < 0) {
      heap[0] = at
      siftDown(heap, order)
    } else continue
    worst = keys[heap[0] as number] as number
  }
  return heap
}

function siftUp(heap: number[], order: Compare): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (order(heap[parent] as number, heap[at] as number) >= 0) return
    swap(heap, parent, at)
    at = parent
  }
}

function siftDown(heap: number[], order: Compare): void {
  for (let at = 0; ;) {
    let last = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && order(heap[child] as number, heap[last] as number) > 0) last = child
    }
    if (last === at) return
    swap(heap, last, at)
    at = last
  }
}

/** Brings the first `count` positions of the order to the front, in any order (quickselect). */
function moveForward(positions: Uint32Array, order: Compare, count: number, length: number): void {
  let low = 0
  let high = length - 1
  while (low < high) {
    const pivot = positions[(low + high) >> 1] as number
    let left = low
    let right = high
    while (left <= right) {
      while (order(positions[left] as number, pivot) < 0) left++
      while (order(positions[right] as number, pivot) > 0) right--
      if (left <= right) swap(positions, left++, right--)
    }
    if (count - 1 <= right) high = right
    else if (count - 1 >= left) low = left
    else return
  }
}

function swap(list: number[] | Uint32Array, one: number, other: number): void {
  const kept = list[one] as number
  list[one] = list[other] as number
  list[other] = kept
}
