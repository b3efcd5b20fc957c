/** A client made from the OpenAPI files alone: it gets every record of the default fixture. */
import createClient from 'openapi-fetch';
import type { paths as Helpshift } from './made/helpshift.js';
import type { paths as Motadata } from './made/motadata.js';
import type { paths as Opsramp } from './made/opsramp.js';

const baseUrl = process.argv[2];

const helpshift = createClient<Helpshift>({ baseUrl });
const actions: string[] = [];
let pages = 1;
for (let page = 1; page <= pages; page++) {
  const { data, error } = await helpshift.GET('/v2/{domain}/issues/{issueId}/_audit_logs', {
    params: {
      path: { domain: 'amazon', issueId: '3423' },
      query: { page, page_size: 3, sort_order: 'asc' },
    },
    headers: { Authorization: 'Bearer hs-demo-key' },
  });
  if (!data) throw new Error(error.message);
  pages = data['total-pages'];
  actions.push(...data.audit_logs.map(({ action }) => action));
}

const motadata = createClient<Motadata>({ baseUrl });
const audit = await motadata.POST('/api/v1/request/{requestId}/audit/search/byqual', {
  params: { path: { requestId: 1 } },
  body: {},
  headers: { Authorization: 'Bearer motadata-demo-token' },
});
if (!audit.data) throw new Error(audit.error.userMessage);
const sentences: string[] = audit.data.map(({ auditString }) => auditString);

const opsramp = createClient<Opsramp>({ baseUrl });
const log = await opsramp.GET('/api/v2/tenants/{tenantId}/incidents/{incidentId}/activitylog', {
  params: {
    path: { tenantId: 'client_4', incidentId: 'INC0000001798' },
    query: { startTs: '2018-10-24T05:26:27+0000', isDescendingOrder: false },
  },
  headers: { Authorization: 'Bearer opsramp-demo-token' },
});
if (!log.data) throw new Error(JSON.stringify(log.error));
const activities: string[] = log.data.results.map(({ activity }) => activity);

console.log(JSON.stringify([actions.length, sentences.length, activities.length]));
