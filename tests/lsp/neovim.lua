-- What a writer does in Neovim, on a book in the folder that is the current one. Says what it saw, and ends with 0.

local server = os.getenv('TWOHATS')
local patience = 30000
-- Whoever types stands behind the last letter.
vim.o.virtualedit = 'onemore'

local function fail(why)
  io.stderr:write(why .. '\n')
  vim.cmd('cquit 1')
end

local function await(what, is_so)
  if not vim.wait(patience, is_so, 20) then fail('never: ' .. what) end
end

local function edit(path)
  vim.cmd('edit ' .. path)
  return vim.api.nvim_get_current_buf()
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

-- Puts the cursor behind words of the current text, from 0.
local function go(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local _, last = line:find(words, 1, true)
    if last then
      vim.api.nvim_win_set_cursor(0, { number, last })
      return number
    end
  end
  fail('no words ' .. words)
end

local id = vim.lsp.start_client({ name = 'twohats', cmd = { server, 'lsp' }, root_dir = vim.fn.getcwd() })
local client = vim.lsp.get_client_by_id(id)

local function open(path)
  local buffer = edit(path)
  vim.lsp.buf_attach_client(buffer, id)
  await('the server is ready', function() return client.initialized end)
  return buffer
end

local function ask(method, params)
  local answer, why = client.request_sync(method, params, patience, 0)
  if not answer or answer.err then fail(method .. ': ' .. (why or vim.inspect(answer))) end
  return answer.result
end

local function position()
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

-- Completion: a list of guides that is not closed.
local scenario = open(arg_scenario)
local last = vim.api.nvim_buf_line_count(scenario)
vim.api.nvim_buf_set_lines(scenario, last, last, false, { 'guidance: [' })
vim.api.nvim_win_set_cursor(0, { last + 1, 11 })
-- Neovim sends what is typed a moment later: then the list that is not closed is told.
await('the change is there', function()
  return #vim.diagnostic.get(scenario, { severity = vim.diagnostic.severity.ERROR }) > 0
end)
local items = ask('textDocument/completion', position()).items
local found
for _, item in ipairs(items) do
  if item.label == arg_guide then found = item end
end
if not found then fail('the guide is not offered: ' .. vim.inspect(vim.tbl_map(function(item) return item.label end, items))) end
vim.lsp.util.apply_text_edits({ found.textEdit }, scenario, client.offset_encoding)
print('completed ' .. vim.api.nvim_buf_get_lines(scenario, last, last + 1, false)[1])
vim.api.nvim_buf_set_lines(scenario, last, last + 1, false, {})

await('the fault is gone', function()
  return #vim.diagnostic.get(scenario, { severity = vim.diagnostic.severity.ERROR }) == 0
end)

-- A quick fix: a colon in a line.
vim.api.nvim_buf_set_lines(scenario, 1, 1, false, { 'time: Two: three minutes' })
await('the fault is told', function()
  return #vim.diagnostic.get(scenario, { severity = vim.diagnostic.severity.ERROR }) > 0
end)
go('time: Two')
local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(scenario) }
local mend
for _, action in ipairs(ask('textDocument/codeAction', params)) do
  if action.isPreferred then mend = action end
end
if not mend then fail('nothing mends it') end
vim.lsp.util.apply_workspace_edit(mend.edit, client.offset_encoding)
print('mended ' .. vim.api.nvim_buf_get_lines(scenario, 1, 2, false)[1])
vim.api.nvim_buf_set_lines(scenario, 1, 2, false, {})
vim.cmd('silent wall')
await('all is well again', function()
  return #vim.diagnostic.get(nil, { severity = vim.diagnostic.severity.ERROR }) == 0
end)

-- Another name for the page.
go('title:')
vim.api.nvim_win_set_cursor(0, { vim.api.nvim_win_get_cursor(0)[1], 9 })
vim.lsp.buf.rename('another-name')
await('the file has moved', function() return vim.fn.filereadable(arg_renamed) == 1 end)
vim.cmd('silent! wall')
print('renamed ' .. arg_renamed)
vim.cmd('qall!')
