# SciPy's solve_ivp (LSODA) on rates in C. usage: scipy_peer.py PEOPLE RTOL ATOL OUT.bin   prints CPU seconds and mean steps a person.
import ctypes
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

people, rtol, atol = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
library = ctypes.CDLL("./rates.so")
pointer = ctypes.c_void_p
for call in (library.rates_of, library.observe_at):
    call.argtypes, call.restype = [ctypes.c_double, pointer, pointer, pointer], None
library.output_days.restype = ctypes.POINTER(ctypes.c_double)
states, parameters, observables, outputs, changes = (getattr(library, n)() for n in ("states", "parameters", "observables", "outputs", "changes"))
days = np.ctypeslib.as_array(library.output_days(), (outputs,)).copy()
y0 = np.fromfile("y0.bin").reshape(-1, states)
p = np.fromfile("p.bin").reshape(-1, parameters)
change = np.fromfile("changes.bin").reshape(len(y0), changes, 4)
out = np.empty((people, outputs, observables))
start = time.process_time()
for i in range(people):
    mine, y, t, at = np.ascontiguousarray(p[i]), y0[i].copy(), 0.0, 0
    address = mine.ctypes.data

    def rates(now, state):
        d = np.empty(states)
        library.rates_of(now, state.ctypes.data, address, d.ctypes.data)
        return d

    def observe(now, state):
        state = np.ascontiguousarray(state)
        library.observe_at(now, state.ctypes.data, address, out[i, at].ctypes.data)

    stops = np.unique(np.append(change[i, :, 0], days[-1]))
    k = 0
    for stop in stops:
        # A change at the time of an output comes before it.
        here = days[(days >= t) & (days < stop)]
        if stop > t:
            run = solve_ivp(rates, (t, stop), y, method="LSODA", t_eval=np.append(here, stop), rtol=rtol, atol=atol)
            for j, day in enumerate(here):
                observe(day, run.y[:, j])
                at += 1
            y = run.y[:, -1].copy()
        t = stop
        while k < changes and change[i, k, 0] == stop:
            state, kind, value = int(change[i, k, 1]), int(change[i, k, 2]), change[i, k, 3]
            y[state] = value if kind == 0 else y[state] + value if kind == 1 else y[state] * value
            k += 1
    observe(days[-1], y)
seconds = time.process_time() - start
out.tofile(sys.argv[4])
print(f"{seconds:.9g} nan")
