/** A plain client of each vendor, which knows the pages and nothing of the simulator's code. */
import { expect } from 'vitest';
import type { Ask } from './simulated.js';
import type { WrittenTrail } from './writtenTrails.js';

export type Order = 'asc' | 'desc';
type Read = (
  ask: Ask,
  trail: Pick<WrittenTrail, 'address' | 'credential' | 'profile'>,
  page: { order: Order; number: number; size?: number | undefined },
) => Promise<{ records: object[]; more: boolean }>;

/** The orders that a client of the vendor can ask for, the usual one first. */
export const orders: Record<string, readonly Order[]> = {
  helpshift: ['desc', 'asc'],
  motadata: ['desc'],
  opsramp: ['desc', 'asc'],
};

/** One page, and whether the answer says that there are more. */
export const readPage: Record<string, Read> = {
  async helpshift(ask, { address: [domain, id], credential }, { order, number, size = 200 }) {
    const { body } = await ask
      .get(`/v2/${domain}/issues/${id}/_audit_logs`)
      .auth(credential.api_key ?? '', '')
      .query({ sort_order: order, page: number, page_size: size })
      .expect(200);
    return { records: body.audit_logs, more: number < body['total-pages'] };
  },

  async motadata(ask, { address: [id], credential, profile }, { number, size = 100 }) {
    const { api_key, token } = credential;
    const paged = profile.preset === 'sibling-style';
    const { body } = await ask
      .post(`/api/v1/request/${id}/audit/search/byqual`)
      .set(
        'Authorization',
        token === undefined ? `Apikey ${encodeURIComponent(api_key ?? '')}` : `Bearer ${token}`,
      )
      .query(paged ? { offset: (number - 1) * size, size } : {})
      .send({})
      .expect(200);
    return paged
      ? { records: body.objectList, more: number * size < body.totalCount }
      : { records: body, more: false };
  },

  async opsramp(ask, { address: [tenant, id], credential, profile }, { order, number, size }) {
    const { client_id, client_secret } = credential;
    const { body: token } = await ask
      .post('/auth/oauth/token')
      .type('form')
      .send({ grant_type: 'client_credentials', client_id, client_secret })
      .expect(200);
    const { body } = await ask
      .get(`/api/v2/tenants/${tenant}/incidents/${id}/activitylog`)
      .set('Authorization', `Bearer ${token.access_token}`)
      .query({ isDescendingOrder: order === 'desc' })
      .query(profile.preset === 'paged' ? { pageNo: number, pageSize: size ?? 100 } : {})
      .expect(200);
    return { records: body.results, more: body.nextPage };
  },
};

/** All of a ticket's pages, asked for one after the other until an answer says that it is the last. */
export async function readTrail(
  ask: Ask,
  trail: Omit<WrittenTrail, 'records'>,
  order: Order,
  size?: number,
): Promise<object[][]> {
  const pages: object[][] = [];
  for (let number = 1, more = true; more; number++) {
    expect(number).toBeLessThan(100);
    const page = await (readPage[trail.vendor] as Read)(ask, trail, { order, number, size });
    pages.push(page.records);
    more = page.more;
  }
  return pages;
}
