/** An expected "no" of the reader; `code` is a SheetFault of model.ts. */
export class Fault extends Error {
  constructor(code, params = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
