import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';
import { smallFixture } from '../testing/smallFixture.js';

describe('the metrics', () => {
  it('tell what was asked, what is open and what is kept', async () => {
    const admin = await administered(smallFixture);
    await admin.vendor.get('/v2/shop/issues/1/_audit_logs').auth('small-key', '').expect(200);
    await admin.vendor.get('/nowhere').expect(404);
    const { id } = (await admin.post('/sessions')).body;
    await admin
      .post(`/sessions/${id}/records`)
      .send({
        vendor: 'helpshift',
        target: { domain: 'shop', issue_id: '1' },
        records: [{ action_taken_at: 1743402600000, action: 'resolve', actor: {} }],
      })
      .expect(200);
    const { text } = await admin.get('/metrics').expect(200);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'auditrig_requests_total{vendor="helpshift",endpoint="audit-log",status="200"} 1',
        'auditrig_requests_total{vendor="none",endpoint="none",status="404"} 1',
        'auditrig_sessions 2',
        'auditrig_appended_records 1',
        'auditrig_journal_entries 1',
        'auditrig_journal_dropped_entries 0',
        'auditrig_admin_requests_total{method="POST",path="/sessions",status="201"} 1',
        expect.stringMatching(/^process_cpu_seconds_total /),
      ]),
    );
  });

  it('can be asked for by several at once, and again', async () => {
    const admin = await administered(smallFixture);
    const texts = await Promise.all([1, 2, 3].map(async () => (await admin.get('/metrics')).text));
    for (const text of texts) expect(text.match(/^auditrig_sessions 1$/gm)).toHaveLength(1);
    expect((await admin.get('/metrics')).text).toMatch(
      /^auditrig_admin_requests_total\{method="GET",path="\/metrics",status="200"\} 3$/m,
    );
  });
});
