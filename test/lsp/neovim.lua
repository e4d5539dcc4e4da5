-- Run by test/lsp/neovim.test.ts in Neovim 0.7 or later without a user's configuration: what a writer who uses Neovim sees.
-- Arguments come as environment variables; the answer is one JSON object in $TICKMARK_ANSWER.
local limit = 60000
local answer = {}
local server = vim.fn.json_decode(vim.env.TICKMARK_SERVER)

local function finish()
	local file = assert(io.open(vim.env.TICKMARK_ANSWER, "w"))
	file:write(vim.fn.json_encode(answer))
	file:close()
	vim.cmd("qall!")
end

local function wait(what, condition)
	if not vim.wait(limit, condition, 20) then
		answer.error = "waited in vain for " .. what
		finish()
	end
end

local function diagnostics()
	local found = {}
	for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
		table.insert(found, {
			code = diagnostic.code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code),
			source = diagnostic.source,
			severity = diagnostic.severity,
			message = diagnostic.message,
			line = diagnostic.lnum,
			-- Neovim counts bytes.
			text = vim.api.nvim_buf_get_text(0, diagnostic.lnum, diagnostic.col, diagnostic.end_lnum, diagnostic.end_col, {})[1],
		})
	end
	return found
end

vim.cmd("edit " .. vim.fn.fnameescape(vim.env.TICKMARK_DRAFT))
local client = vim.lsp.start_client({
	name = "tickmark",
	cmd = server,
	root_dir = vim.fn.fnamemodify(vim.env.TICKMARK_DRAFT, ":h"),
	-- As nvim-lspconfig does it.
	on_init = function(started)
		started.notify("workspace/didChangeConfiguration", { settings = { tickmark = { claims = { vim.env.TICKMARK_CLAIMS } } } })
		return true
	end,
})
vim.lsp.buf_attach_client(0, client)

wait("the first diagnostics", function()
	return #vim.diagnostic.get(0) > 0
end)
answer.first = diagnostics()

-- The cursor on the figure, as K would ask.
local position = vim.fn.json_decode(vim.env.TICKMARK_POSITION)
local document = { uri = vim.uri_from_bufnr(0) }
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", { textDocument = document, position = position }, limit)
answer.hover = hover and hover[client] and hover[client].result and hover[client].result.contents.value

-- The preferred quick-fix, applied as vim.lsp.buf.code_action does it.
local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", {
	textDocument = document,
	range = { start = position, ["end"] = position },
	context = { diagnostics = {} },
}, limit)
for _, action in ipairs(actions and actions[client] and actions[client].result or {}) do
	if action.isPreferred then
		answer.action = action.title
		vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
	end
end
answer.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")

wait("diagnostics after the fix", function()
	return #vim.diagnostic.get(0) < #answer.first
end)
answer.second = diagnostics()
finish()
