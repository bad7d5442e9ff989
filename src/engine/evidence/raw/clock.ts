import type { EpochSeconds, Seconds } from '../../text/units.ts';
import type { Ledger } from '../ledger.ts';
import { Periods } from '../periods.ts';
import { Timeline } from '../timeline.ts';

/** First and last of some instants; null while there are none. */
export class Span {
  first: EpochSeconds | null = null;
  last: EpochSeconds | null = null;

  saw(at: EpochSeconds): void {
    this.first = this.first === null ? at : Math.min(this.first, at);
    this.last = this.last === null ? at : Math.max(this.last, at);
  }
}

/** What was counted by the time of one clock. */
export class Clock {
  readonly timeline = new Timeline();
  readonly periods = new Periods();

  count(at: EpochSeconds, name: string, times: number, recurs: boolean): void {
    this.timeline.count(at, name, times);
    if (recurs) this.periods.saw(name, at);
  }

  /** @param shift seconds to add to its instants */
  tell(ledger: Ledger, shift: Seconds): void {
    ledger.timeline.merge(this.timeline, shift);
    ledger.periods.merge(this.periods, shift);
  }
}
