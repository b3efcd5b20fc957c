/** Figures for Prometheus, which are counted elsewhere and put together when they are asked for. */
import type { Registry } from 'prom-client';
import type { StartedSimulator } from '../startSimulator.js';
import type { AdminEndpoint } from './AdminEndpoint.js';
import type { AdminTally } from './AdminTally.js';

export const metricsEndpoint: AdminEndpoint = {
  method: 'get',
  path: '/metrics',
  async act({ simulator, tally }) {
    // Only who asks for figures pays for what makes them.
    const { Registry } = await import('prom-client');
    ofProcess ??= processFigures();
    const all = Registry.merge([await figures(simulator, tally), await ofProcess]);
    return { status: 200, headers: { 'Content-Type': all.contentType }, body: await all.metrics() };
  },
};

/** One for all simulators, as it watches the process as long as that lives. */
let ofProcess: Promise<Registry> | undefined;

async function processFigures(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register;
}

async function figures(simulator: StartedSimulator, tally: AdminTally): Promise<Registry> {
  const { Counter, Gauge, Registry } = await import('prom-client');
  const register = new Registry();
  const registers = [register];

  const answers = new Counter({
    name: 'auditrig_requests_total',
    help: 'Requests that vendors answered; none stands for what a path has not.',
    labelNames: ['vendor', 'endpoint', 'status'],
    registers,
  });
  for (const { vendor = 'none', endpoint = 'none', status, count } of simulator.tally())
    answers.inc({ vendor, endpoint, status }, count);

  const asked = new Counter({
    name: 'auditrig_admin_requests_total',
    help: 'Requests that the admin API answered, this one not included.',
    labelNames: ['method', 'path', 'status'],
    registers,
  });
  for (const { count, ...labels } of tally.list()) asked.inc({ ...labels }, count);

  const open = simulator.sessions.list();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name, help, registers }).set(value);
  const sum = (of: (session: (typeof open)[0]) => number) =>
    open.reduce((all, session) => all + of(session), 0);
  gauge('auditrig_sessions', 'Open sessions, the default one included.', open.length);
  gauge(
    'auditrig_appended_records',
    'Records that were added to trails of open sessions.',
    sum(({ parts }) => parts.reduce((all, { added }) => all + added, 0)),
  );
  gauge(
    'auditrig_journal_entries',
    'Entries of journals of open sessions.',
    sum(({ book }) => book.count - book.dropped),
  );
  gauge(
    'auditrig_journal_dropped_entries',
    'Entries that journals of open sessions keep no more.',
    sum(({ book }) => book.dropped),
  );
  return register;
}
