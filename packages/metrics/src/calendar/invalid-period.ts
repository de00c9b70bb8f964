import { MetricsError } from '../metrics-error.ts';

/** A period that cannot be answered: empty, backward, too long, or not a date. */
export class InvalidPeriod extends MetricsError {
  override readonly name = 'InvalidPeriod';
}
