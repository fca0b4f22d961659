"""Integrates an SBML document of our own making with SciPy, taking every equation from the document through libSBML.

An independent check of exports: nothing here is shared with the program that wrote the file. It knows what such files use (parameters, initial assignments, rate and assignment
rules, events with delays) and stops at anything else.

    /usr/bin/python3 integrate.py FILE.xml END POINTS OUT.tsv [RTOL] [LONGEST_STEP]
"""
import heapq
import math
import sys

import libsbml
import numpy
from scipy.integrate import LSODA

BINARY = {libsbml.AST_MINUS: "-", libsbml.AST_DIVIDE: "/", libsbml.AST_RELATIONAL_LT: "<", libsbml.AST_RELATIONAL_LEQ: "<=", libsbml.AST_RELATIONAL_GT: ">",
          libsbml.AST_RELATIONAL_GEQ: ">=", libsbml.AST_RELATIONAL_EQ: "==", libsbml.AST_RELATIONAL_NEQ: "!="}
NARY = {libsbml.AST_PLUS: "+", libsbml.AST_TIMES: "*", libsbml.AST_LOGICAL_AND: "and", libsbml.AST_LOGICAL_OR: "or"}
CALLS = {libsbml.AST_FUNCTION_EXP: "exp", libsbml.AST_FUNCTION_LN: "log", libsbml.AST_FUNCTION_SIN: "sin", libsbml.AST_FUNCTION_COS: "cos", libsbml.AST_FUNCTION_TAN: "tan",
         libsbml.AST_FUNCTION_TANH: "tanh", libsbml.AST_FUNCTION_SINH: "sinh", libsbml.AST_FUNCTION_COSH: "cosh", libsbml.AST_FUNCTION_ARCTAN: "atan", libsbml.AST_FUNCTION_ABS: "abs",
         libsbml.AST_FUNCTION_FLOOR: "floor", libsbml.AST_FUNCTION_CEILING: "ceil", libsbml.AST_FUNCTION_MIN: "min", libsbml.AST_FUNCTION_MAX: "max"}


def code(node, place):
    """The formula as Python; place maps an identifier to where its value stands."""
    kind, parts = node.getType(), [node.getChild(i) for i in range(node.getNumChildren())]
    inner = [code(p, place) for p in parts]
    if kind in (libsbml.AST_INTEGER, libsbml.AST_REAL, libsbml.AST_RATIONAL):
        return f"({node.getValue()!r})"
    if kind == libsbml.AST_REAL_E:
        return f"({float(f'{node.getMantissa()!r}e{node.getExponent()}')!r})"
    if kind == libsbml.AST_NAME:
        return place[node.getName()]
    if kind == libsbml.AST_NAME_TIME:
        return "t"
    if kind == libsbml.AST_CONSTANT_TRUE:
        return "True"
    if kind == libsbml.AST_CONSTANT_FALSE:
        return "False"
    if kind == libsbml.AST_MINUS and len(parts) == 1:
        return f"(-{inner[0]})"
    if kind in BINARY and len(parts) == 2:
        return f"({inner[0]} {BINARY[kind]} {inner[1]})"
    if kind in NARY and parts:
        return "(" + f" {NARY[kind]} ".join(inner) + ")"
    if kind == libsbml.AST_LOGICAL_NOT:
        return f"(not {inner[0]})"
    if kind in (libsbml.AST_POWER, libsbml.AST_FUNCTION_POWER):
        return f"pow({inner[0]}, {inner[1]})"
    if kind == libsbml.AST_FUNCTION_ROOT:
        return f"sqrt({inner[-1]})" if len(parts) == 1 or parts[0].getValue() == 2 else f"pow({inner[1]}, 1 / {inner[0]})"
    if kind == libsbml.AST_FUNCTION_LOG:
        return f"log10({inner[-1]})" if len(parts) == 1 or parts[0].getValue() == 10 else f"(log({inner[1]}) / log({inner[0]}))"
    if kind == libsbml.AST_FUNCTION_PIECEWISE:
        text = inner[-1] if len(parts) % 2 == 1 else "nan"
        for i in range(len(parts) - len(parts) % 2 - 2, -1, -2):
            text = f"({inner[i]} if {inner[i + 1]} else {text})"
        return text
    if kind in CALLS:
        return f"{CALLS[kind]}({', '.join(inner)})"
    sys.exit(f"This script does not know the element {node.getName() or kind}.")


def names_in(node):
    if node.getType() == libsbml.AST_NAME:
        yield node.getName()
    for i in range(node.getNumChildren()):
        yield from names_in(node.getChild(i))


class Model:
    def __init__(self, path):
        document = libsbml.readSBML(path)
        self.document, m = document, document.getModel()
        if m.getNumSpecies() or m.getNumReactions() or m.getNumFunctionDefinitions():
            sys.exit("This script integrates files without species, reactions and functions.")
        rules = {r.getVariable(): r for r in m.getListOfRules()}
        self.states = [i for i, r in rules.items() if r.isRate()]
        assigned = [i for i, r in rules.items() if r.isAssignment()]
        self.others = [p.getId() for p in m.getListOfParameters() if p.getId() not in rules]
        place = {s: f"y[{i}]" for i, s in enumerate(self.states)} | {s: f"p[{i}]" for i, s in enumerate(self.others)} | {s: f"a{i}" for i, s in enumerate(assigned)}
        ordered, done = [], set()

        def visit(name):
            if name in done:
                return
            done.add(name)
            for other in names_in(rules[name].getMath()):
                if other in place and place[other].startswith("a"):
                    visit(other)
            ordered.append(name)

        for name in assigned:
            visit(name)
        prologue = "".join(f"    {place[n]} = {code(rules[n].getMath(), place)}\n" for n in ordered)
        space = {k: getattr(math, k) for k in ("log", "log10", "sin", "cos", "tan", "tanh", "sinh", "cosh", "atan", "floor", "ceil", "sqrt", "nan")}
        space |= {"exp": lambda x: math.exp(x) if x < 700 else math.inf, "pow": pow, "min": min, "max": max, "abs": abs}

        def function(name, results):
            exec(f"def {name}(t, y, p):\n{prologue}    return [{', '.join(results)}]\n", space)
            return space[name]

        self.columns = self.states + self.others + assigned
        self.rates = function("rates", [code(rules[s].getMath(), place) for s in self.states])
        self.values = function("values", [place[c] for c in self.columns])
        events = list(m.getListOfEvents())
        self.triggers = function("triggers", [code(e.getTrigger().getMath(), place) for e in events])
        self.events = []
        for i, e in enumerate(events):
            if e.getPriority() is not None or not e.getTrigger().getPersistent():
                sys.exit("This script knows no priorities and no events that are withdrawn.")
            changes = list(e.getListOfEventAssignments())
            self.events.append((function(f"new{i}", [code(c.getMath(), place) for c in changes]), [place[c.getVariable()] for c in changes],
                                function(f"delay{i}", [code(e.getDelay().getMath(), place)]) if e.getDelay() is not None else None, e.getUseValuesFromTriggerTime()))
        # Where triggers compare time with what no rate moves, steps must end.
        still = [code(n, place) for e in events for n in dates(e.getTrigger().getMath()) if all(place[x].startswith("p") for x in names_in(n))]
        self.dates = function("dates_now", still)
        self.initial(m, rules, space, place, prologue)

    def initial(self, m, rules, space, place, prologue):
        given = {i.getSymbol(): i for i in m.getListOfInitialAssignments()}
        values = {p.getId(): p.getValue() for p in m.getListOfParameters()}
        self.y, self.p = numpy.array([values[s] for s in self.states]), numpy.array([values[s] for s in self.others])
        # First values may lean on each other in any order: as many rounds as any chain is long.
        for _ in range(8):
            for name, assignment in given.items():
                exec(f"def first(t, y, p):\n{prologue}    return {code(assignment.getMath(), place)}\n", space)
                target = self.y if place[name][0] == "y" else self.p
                target[int(place[name][2:-1])] = space["first"](0.0, self.y, self.p)


def dates(node):
    """What time is compared with, anywhere in a trigger."""
    kinds = (libsbml.AST_RELATIONAL_GEQ, libsbml.AST_RELATIONAL_GT)
    if node.getType() in kinds and node.getChild(0).getType() == libsbml.AST_NAME_TIME:
        yield node.getChild(1)
    for i in range(node.getNumChildren()):
        yield from dates(node.getChild(i))


def run(model, times, rtol, longest):
    y, p, t, end = model.y.copy(), model.p.copy(), 0.0, times[-1]
    fired = [True] * len(model.events)
    queue, order, rows, at = [], 0, [], 0

    def settle(t, y):
        """Carries out what is due now until nothing more is triggered."""
        nonlocal fired, order
        while True:
            now = [bool(x) for x in model.triggers(t, y, p)]
            for i, (before, after) in enumerate(zip(fired, now)):
                if after and not before:
                    new, _, delay, early = model.events[i]
                    due = t + (delay(t, y, p)[0] if delay else 0.0)
                    heapq.heappush(queue, (due, order, i, new(t, y, p) if early else None))
                    order += 1
            fired = now
            if not queue or queue[0][0] > t:
                return
            _, _, i, values = heapq.heappop(queue)
            new, targets, _, _ = model.events[i]
            for place, value in zip(targets, values if values is not None else new(t, y, p)):
                (y if place[0] == "y" else p)[int(place[2:-1])] = value

    settle(t, y)
    while True:
        stops = [d for d in model.dates(t, y, p) if d > t] + [q[0] for q in queue] + [end]
        stop = min(stops)
        if t >= end:
            break
        solver = LSODA(lambda t, y: model.rates(t, y, p), t, y, stop, rtol=rtol, atol=rtol * 1e-3, max_step=longest)
        while t < stop:
            solver.step()
            if solver.status == "failed":
                sys.exit(f"LSODA stopped at {solver.t}.")
            dense, low, high, reached = solver.dense_output(), t, solver.t, solver.y
            rose = lambda s, ys: any(n and not f for n, f in zip(model.triggers(s, ys, p), fired))
            fell = [bool(x) for x in model.triggers(high, reached, p)]
            if high < stop and rose(high, reached):
                while high - low > 1e-12 * max(1.0, high):
                    middle = 0.5 * (low + high)
                    low, high = (low, middle) if rose(middle, dense(middle)) else (middle, high)
                reached = dense(high)
            while at < len(times) and times[at] < high:
                rows.append(model.values(times[at], dense(times[at]), p))
                at += 1
            t, y = high, reached.copy()
            if t < solver.t or t >= stop:
                break
            fired = fell
        # Exactly at a date the trigger must see its own date, not one rounded below.
        settle(t, y)
        while at < len(times) and times[at] <= t:
            rows.append(model.values(t, y, p))
            at += 1
    return rows


def main():
    path, end, points, out = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    rtol = float(sys.argv[5]) if len(sys.argv) > 5 else 1e-9
    longest = float(sys.argv[6]) if len(sys.argv) > 6 else math.inf
    model = Model(path)
    times = [end * i / points for i in range(points + 1)]
    rows = run(model, times, rtol, longest)
    with open(out, "w", encoding="utf-8") as f:
        f.write("time_days\t" + "\t".join(model.columns) + "\n")
        for time, row in zip(times, rows):
            f.write("\t".join(repr(float(v)) for v in [time, *row]) + "\n")


main()
