-- Asks what stands in a file, a line for each request: its Authorization, a tab and its target.
local requests, last = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local authorization, target = line:match('^(.-)\t(.*)$')
    requests[#requests + 1] = wrk.format('GET', target, { Authorization = authorization })
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end

function done(summary)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"bytes":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
