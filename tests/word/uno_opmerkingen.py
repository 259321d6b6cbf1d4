"""Run by the interpreter that has LibreOffice's Python bridge: prints the comments of Word files, as Writer sees them, as JSON.

python3 uno_opmerkingen.py FILE...
python3 uno_opmerkingen.py --pdf FOLDER FILE...         also writes each as FOLDER/NAME.pdf (NAME with its suffix)
python3 uno_opmerkingen.py --resolve AUTHOR FILE OUT    a person resolves this author's first comment and saves the file
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def setting(name, value):
    entry = PropertyValue()
    entry.Name, entry.Value = name, value
    return entry


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def comments(desktop, path, pdf_folder=None):
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(path), "_blank", 0, (setting("Hidden", True), setting("ReadOnly", True))
    )
    if document is None:
        return None
    fields = document.getTextFields().createEnumeration()
    found = []
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            found.append([field.Author, field.Content.split("\n")[0], field.getAnchor().getString()])
    if pdf_folder is not None:
        target = Path(pdf_folder) / f"{Path(path).name}.pdf"
        document.storeToURL(uno.systemPathToFileUrl(str(target)), (setting("FilterName", "writer_pdf_Export"),))
    document.close(True)
    return found


def resolve(desktop, author, path, out):
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (setting("Hidden", True),))
    fields = document.getTextFields().createEnumeration()
    words = None
    while words is None and fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation") and field.Author == author:
            field.Resolved = True
            words = field.getAnchor().getString()
    document.storeToURL(uno.systemPathToFileUrl(out), (setting("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    return words


profile = tempfile.mkdtemp()
pipe = f"dvt{os.getpid()}"
options = [
    "--headless",
    "--norestore",
    "--nologo",
    "--nolockcheck",
    f"-env:UserInstallation=file://{profile}",
    f"--accept=pipe,name={pipe};urp;",
]
office = subprocess.Popen(["soffice", *options], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    desktop = connect(pipe)
    if sys.argv[1] == "--resolve":
        print(json.dumps(resolve(desktop, *sys.argv[2:])))
    elif sys.argv[1] == "--pdf":
        print(json.dumps({path: comments(desktop, path, sys.argv[2]) for path in sys.argv[3:]}))
    else:
        print(json.dumps({path: comments(desktop, path) for path in sys.argv[1:]}))
    with contextlib.suppress(Exception):
        desktop.terminate()
    office.wait(30)
finally:
    if office.poll() is None:
        office.kill()
    shutil.rmtree(profile, ignore_errors=True)
