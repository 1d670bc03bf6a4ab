// Runs the audits against the endpoint whose URL and token are in the environment; prints one line per audit: status, id, name.
import { auditServer } from 'graphql-http';

const { BAL_URL, BAL_JETON } = process.env;
const fetchFn = (url, options = {}) =>
  fetch(url, { ...options, headers: { ...options.headers, authorization: `Bearer ${BAL_JETON}` } });

for (const { status, id, name } of await auditServer({ url: BAL_URL, fetchFn })) {
  console.log([status, id, name].join('\t'));
}
