"""The same community built anew from the SBML files, solved by HiGHS (SciPy): largest growth, the test of the evenest growth, least total medium, ranges of exchanges.
Usage: community.py FOLDER DIET SHARES GROWTH FRACTION; shares and growth as Taxon=number,… ; prints one number or pair a line."""
import sys
import xml.etree.ElementTree as ET
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

S = "{http://www.sbml.org/sbml/level3/version1/core}"
F = "{http://www.sbml.org/sbml/level3/version1/fbc/version2}"
folder, diet_file, shares, growth, fraction = sys.argv[1:]
pairs = lambda t: {k: float(v) for k, v in (p.split("=") for p in t.split(","))}
shares, growth, fraction = pairs(shares), pairs(growth), float(fraction)
diet = {}
for line in open(diet_file):
    if not line.startswith("#") and not line.startswith("exchange"):
        cells = line.split("\t")
        diet[cells[0]] = float(cells[1])

columns, rows, terms, taken, grow = [], {}, [], {}, {}
for taxon in sorted(shares):
    m = ET.parse(f"{folder}/{taxon}.xml").getroot().find(S + "model")
    value = {p.get("id"): float(p.get("value")) for p in m.find(S + "listOfParameters")}
    for r in m.find(S + "listOfReactions"):
        j = len(columns)
        columns.append((value[r.get(F + "lowerFluxBound")], value[r.get(F + "upperFluxBound")]))
        for name, sign in (("listOfReactants", -1), ("listOfProducts", 1)):
            for s in r.find(S + name) if r.find(S + name) is not None else []:
                terms.append((rows.setdefault((taxon, s.get("species")), len(rows)), j, sign * float(s.get("stoichiometry"))))
        if r.get("id").startswith("R_EX_"):
            terms.append((rows.setdefault(("lumen", r.get("id")[2:]), len(rows)), j, shares[taxon]))
        if r.get("id") == "R_GROWTH":
            grow[taxon] = j
exchanges = sorted(k[1] for k in rows if k[0] == "lumen")
left = {}
for e in exchanges:
    taken[e] = len(columns); columns.append((0, diet.get(e, 0)))
    left[e] = len(columns); columns.append((0, None))
    terms += [(rows[("lumen", e)], taken[e], 1), (rows[("lumen", e)], left[e], -1)]
A = lil_matrix((len(rows), len(columns)))
for i, j, v in terms:
    A[i, j] += v
A = A.tocsr()

def solve(cost, bounds, community=None):
    c = np.zeros(len(columns))
    for j, v in cost.items():
        c[j] += v
    ub = None
    if community is not None:
        ub = lil_matrix((1, len(columns)))
        for t in shares:
            ub[0, grow[t]] = -shares[t]
    r = linprog(c, A_eq=A, b_eq=np.zeros(len(rows)), A_ub=ub, b_ub=None if ub is None else [-community], bounds=bounds, method="highs", options=dict(primal_feasibility_tolerance=1e-9, dual_feasibility_tolerance=1e-9))
    assert r.status == 0, r.message
    return r.fun

most = -solve({grow[t]: -shares[t] for t in shares}, columns)
print(repr(most))
# The growths are the evenest where no other allowed growths have a smaller sum of share * growth told * growth.
print(repr(solve({grow[t]: shares[t] * growth[t] for t in shares}, columns, fraction * most)))
held = list(columns)
for t in shares:
    held[grow[t]] = (growth[t] * (1 - 1e-6), None)
print(repr(solve({taken[e]: 1.0 for e in exchanges}, held)))
for e in exchanges:
    print(e, repr(solve({left[e]: 1.0, taken[e]: -1.0}, held)), repr(-solve({left[e]: -1.0, taken[e]: 1.0}, held)))
