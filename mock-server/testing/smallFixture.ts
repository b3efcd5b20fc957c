/** A world of two vendors, whose clock stands still. */
export const smallFixture = {
  name: 'small',
  now: '2025-03-31T06:30:00Z',
  helpshift: {
    credentials: [{ name: 'collector', api_key: 'small-key', domain: 'shop' }],
    domains: {
      shop: {
        issues: {
          '1': {
            records: [{ action_taken_at: 1743400800000, action: 'create-issue', actor: {} }],
          },
        },
      },
    },
  },
  opsramp: {
    tenants: {
      client_4: {
        credentials: [{ name: 'collector', client_id: 'small-id', client_secret: 'small-secret' }],
        incidents: { INC1: { records: [] } },
      },
    },
  },
};
