"""Prints one line for each file: its name, the number of errors that libSBML's consistency check finds, and the first of them.

    /usr/bin/python3 check.py FILE.xml ...
"""
import os
import sys

import libsbml

for path in sys.argv[1:]:
    document = libsbml.readSBML(path)
    document.checkConsistency()
    faults = [document.getError(i) for i in range(document.getNumErrors())]
    faults = [f for f in faults if f.getSeverity() >= libsbml.LIBSBML_SEV_ERROR]
    first = f"{faults[0].getErrorId()} line {faults[0].getLine()}: {' '.join(faults[0].getMessage().split())}" if faults else ""
    print(f"{os.path.basename(path)}\t{len(faults)}\t{first}")
