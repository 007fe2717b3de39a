-- Whole self-checks for wrk, by people of many kinds.
--
--   wrk -t 2 -c 200 -d 120s --latency -s web/src/load/interviews.lua http://127.0.0.1:8080 -- [questions] [one-kind] [eager]
--
-- A page carries all that its interview needs, so that this script remembers nobody either: from each page that comes
-- it makes the form that answers it, and whichever connection is free next sends that. With 200 connections there are
-- 200 interviews under way. Each person thinks between two pages, 5 seconds in the mean.
--
--   questions   ends each interview at "check your answers", so that wrk's latency is that of the next question alone;
--               without it the result is asked for too, and one in ten goes on to the clinician's view
--   one-kind    everybody is a woman of 62, seen in general practice
--   eager       nobody thinks: as many requests as the server can take
--
-- Start the server with --requests-a-second 0: all come from one address.

local whole, mixed, eager = true, true, false
local ready, first, last = {}, 1, 0
local seed = 0
counts = {pages = 0, started = 0, finished = 0, refused = 0, lost = 0}

local WORDS = {
  "Deep ache in my left groin for six months, worse when I walk, I cannot put my socks on",
  "For three weeks a sharp pain from my right buttock down the back of my leg to my foot",
  "My lower back has hurt since I lifted a box last Tuesday, worse when I bend",
  "Pain on the outside of my hip at night, I cannot lie on that side",
  "",
}
local PLACES = {"groin:left", "lower-buttock:right", "lumbar-central", "lateral-hip:left", "posterior-thigh:right"}

local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

function init(args)
  for _, option in ipairs(args) do
    if option == "questions" then whole = false
    elseif option == "one-kind" then mixed = false
    elseif option == "eager" then eager = true
    else error("questions, one-kind or eager, not " .. option) end
  end
  math.randomseed(20260101 + number)
end

local function escaped(text)
  return (text:gsub("[^%w%-_.]", function(c) return string.format("%%%02X", c:byte()) end))
end

local function form(fields)
  local parts = {}
  for i = 1, #fields, 2 do parts[#parts + 1] = fields[i] .. "=" .. escaped(fields[i + 1]) end
  return wrk.format("POST", "/check", {["Content-Type"] = "application/x-www-form-urlencoded"}, table.concat(parts, "&"))
end

local function push(request)
  last = last + 1
  ready[last] = request
end

-- One after the other each kind of person that the model tells apart, and those who leave their sex unsaid.
local AGES = {{18, 44}, {45, 64}, {65, 90}}
local SEXES = {"female", "male", "female", "male", "female", "male", "unsaid"}

local function answers(body, seal, key)
  if key == "age" then
    local range = AGES[math.random(#AGES)]
    return form{"seal", seal, "page", key, "age", tostring(mixed and math.random(range[1], range[2]) or 62)}
  elseif key == "sex" then
    return form{"seal", seal, "page", key, "sex", mixed and SEXES[math.random(#SEXES)] or "female"}
  elseif key == "words" then
    return form{"seal", seal, "page", key, "words", WORDS[math.random(#WORDS)]}
  elseif key == "chart" then
    return form{"seal", seal, "page", key, "pain", PLACES[math.random(#PLACES)], "pain", PLACES[math.random(#PLACES)]}
  end
  local fields = {"seal", seal, "page", key}
  local screen = key:find("screen", 1, true) == 1
  local seen = {}
  for name in body:gmatch('name="(a%.[%w-]+)"') do
    if not seen[name] then
      seen[name] = true
      if body:find('name="n.' .. name:sub(3) .. '"', 1, true) then
        fields[#fields + 1] = "n." .. name:sub(3)
        fields[#fields + 1] = "1"
      else
        local options = {}
        for value in body:gmatch('name="' .. name:gsub("[%.%-]", "%%%0") .. '" value="([%w-]+)"') do
          options[#options + 1] = value
        end
        fields[#fields + 1] = name
        -- Nobody has an emergency, or interviews would be short; else one answer in four is a yes.
        if screen or options[1] ~= "yes" then fields[#fields + 1] = screen and "no" or options[math.random(#options)]
        else fields[#fields + 1] = math.random(4) == 1 and "yes" or "no" end
      end
    end
  end
  return form(fields)
end

function request()
  if first > last then
    counts.started = counts.started + 1
    return form{"page", "start"}
  end
  local next = ready[first]
  ready[first] = nil
  first = first + 1
  return next
end

function delay()
  return eager and 0 or math.random(0, 10000)
end

function response(status, headers, body)
  counts.pages = counts.pages + 1
  if status ~= 200 then
    counts.refused = counts.refused + 1
    return
  end
  local seal = body:match('name="seal" value="([^"]+)"')
  if not seal then
    counts.lost = counts.lost + 1
    return
  end
  local key = body:match('name="page" value="([^"]+)"')
  if key == "check" and whole then
    push(form{"seal", seal, "page", "check"})
  elseif key == "check" then
    counts.finished = counts.finished + 1
  elseif key == "result" then
    counts.finished = counts.finished + 1
    if math.random(10) == 1 then push(form{"seal", seal, "action", "clinician"}) end
  elseif key then
    push(answers(body, seal, key))
  end
end

function done(summary, latency, requests)
  local total = {}
  for _, thread in ipairs(threads) do
    for name, count in pairs(thread:get("counts")) do total[name] = (total[name] or 0) + count end
  end
  io.write(string.format("interviews: %d begun, %d to their end; pages: %d, refused %d, lost %d\n",
    total.started, total.finished, total.pages, total.refused, total.lost))
  io.write(string.format("p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms\n",
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000,
    latency:percentile(99.9) / 1000, latency.max / 1000))
end
