/** `auditrig clock`: shows and moves the time of a session. */
import { Command } from 'commander';
import { type AdminFlags, withAdminOptions } from './admin/adminOptions.js';
import { askAdmin } from './admin/askAdmin.js';
import { type ClockAnswer, clockText } from './admin/clockText.js';

interface Flags extends AdminFlags {
  session: string;
}

export const clock = withAdminOptions(
  new Command('clock')
    .description("show or move a running simulator's clock")
    .argument('[move]', 'how far, such as +1h; an instant; run, or stop; left out: just show it')
    .option('--session <id>', 'whose clock', 'default'),
  'auditrig clock',
  'auditrig clock +1h30m',
  'auditrig clock +PT45S --session default',
  'auditrig clock 2025-03-31T06:30:00Z',
  'auditrig clock run',
).action(async (move: string | undefined, { session, json }: Flags, command: Command) => {
  const path = `/sessions/${encodeURIComponent(session)}/clock`;
  const answer = await (move === undefined
    ? askAdmin<ClockAnswer>(command, 'GET', path)
    : askAdmin<ClockAnswer>(command, 'POST', path, moveOf(move, command)));
  console.log(json ? JSON.stringify(answer, null, 2) : clockText(answer));
});

/** What the admin API is asked for. */
function moveOf(text: string, command: Command): object {
  if (text === 'run' || text === 'stop') return { running: text === 'run' };
  if (/^\d{4}-/.test(text)) return { set: text };
  if (/^\+P/.test(text)) return { advance: text.slice(1) };
  const [found, days = '', ...time] = /^\+(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/.exec(text) ?? [];
  if (found !== undefined && found !== '+') {
    const clock = time.map((part) => part ?? '').join('');
    return { advance: `P${days}${clock && `T${clock}`}`.toUpperCase() };
  }
  return command.error(
    `error: expected how far, such as +1h or +PT1H, an instant, run or stop, found '${text}'`,
  );
}
