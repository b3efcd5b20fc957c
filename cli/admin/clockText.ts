/** Says what a session's clock shows. */
import { visible } from '../../fixtures/language/visible.js';

/** As the admin API has it. */
export interface ClockAnswer {
  /** An instant. */
  now: string;
  running: boolean;
}

export function clockText({ now, running }: ClockAnswer): string {
  return visible(`${now} (${running ? 'runs' : 'stands still'})`);
}
