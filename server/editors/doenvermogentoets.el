;;; doenvermogentoets.el --- Toetst ontwerpen terwijl u schrijft  -*- lexical-binding: t; -*-

;; Zet dit in uw init-bestand, of laad het van daaruit met `load-file'.
;; Eglot zit in Emacs vanaf versie 29; voor oudere versies is er het pakket eglot.

(require 'eglot)

(defvar doenvermogentoets-command '("doenvermogentoets" "server")
  "Het programma dat de toets uitvoert, met zijn argumenten.")

(add-to-list 'eglot-server-programs
             `((text-mode markdown-mode) . ,doenvermogentoets-command))

(add-hook 'text-mode-hook #'eglot-ensure)

;;; doenvermogentoets.el ends here
