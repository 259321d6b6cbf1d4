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

-- Een andere naam (:saveas, :file) is voor de server een ander stuk. Nieuwere versies van Neovim melden dat zelf pas bij het opslaan.
local function clients(buffer)
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)
  return vim.tbl_filter(function(client) return client.name == "doenvermogentoets" end, vim.tbl_values(all))
end

vim.api.nvim_create_autocmd("BufFilePre", {
  group = "doenvermogentoets",
  callback = function(event)
    for _, client in ipairs(clients(event.buf)) do
      vim.lsp.buf_detach_client(event.buf, client.id)
    end
  end,
})

vim.api.nvim_create_autocmd("BufFilePost", {
  group = "doenvermogentoets",
  callback = function(event)
    if vim.tbl_contains({ "text", "markdown" }, vim.bo[event.buf].filetype) then
      attach(event)
    end
  end,
})
