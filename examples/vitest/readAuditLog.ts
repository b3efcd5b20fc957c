/** The code under test: reads an issue's audit log from Helpshift. */

interface Answer {
  audit_logs: { action: string }[];
  'total-pages': number;
}

/** @returns every record, oldest first */
export async function readAuditLog(
  baseUrl: string,
  key: string,
  { domain, issue }: { domain: string; issue: string },
): Promise<Answer['audit_logs']> {
  const records: Answer['audit_logs'] = [];
  for (let [page, pages] = [1, 1]; page <= pages; page++) {
    const query = `sort_order=asc&page_size=3&page=${page}`;
    const response = await fetch(`${baseUrl}/v2/${domain}/issues/${issue}/_audit_logs?${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const answer = (await response.json()) as Answer;
    records.push(...answer.audit_logs);
    pages = answer['total-pages'];
  }
  return records;
}
