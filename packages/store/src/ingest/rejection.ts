/** Why one record of a batch is not taken. Never leaves the package: it becomes the record's result. */
export class Rejection extends Error {
  /** The property that is wrong. */
  readonly field: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
  }
}
