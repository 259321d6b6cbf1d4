-- Doenvermogentoets in Neovim: toetst ontwerpen terwijl u schrijft.
-- Zet dit bestand in ~/.config/nvim/plugin/ (Windows: ~/AppData/Local/nvim/plugin/).

local command = vim.g.doenvermogentoets_command or { "doenvermogentoets", "server" }
local started = nil

local function root(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local found = vim.fn.findfile("doenvermogentoets.toml", vim.fn.escape(folder, " ;,") .. ";")
  return found ~= "" and vim.fn.fnamemodify(found, ":p:h") or folder
end

local function attach(event)
  local settings = vim.g.doenvermogentoets_settings or vim.empty_dict()
  local config = {
    name = "doenvermogentoets",
    cmd = command,
    root_dir = root(event.file),
    init_options = settings,
    settings = { doenvermogentoets = settings },
  }
  if vim.lsp.start then -- Neovim 0.8 en nieuwer
    vim.lsp.start(config)
    return
  end
  started = started or vim.lsp.start_client(config)
  if started then
    vim.lsp.buf_attach_client(event.buf, started)
  end
end

vim.api.nvim_create_autocmd("FileType", {
  group = vim.api.nvim_create_augroup("doenvermogentoets", {}),
  pattern = { "text", "markdown" },
  callback = attach,
})
