# scikit-bio and unifrac on one core. usage: ecology_peer.py TASK OUT.bin   prints CPU seconds. Files of the folder: table.bin, shape.txt, groups.txt, bray.bin, paths.txt
import sys
import time
import warnings

import numpy as np

warnings.simplefilter("ignore")
task, out = sys.argv[1], sys.argv[2]
samples, features = (int(n) for n in open("shape.txt").read().split())
biom, tree = open("paths.txt").read().split("\n")[:2]
ids = [str(i) for i in range(samples)]


def timed(call):
    start = time.process_time()
    value = call()
    return time.process_time() - start, value


if task == "braycurtis":
    from skbio.diversity import beta_diversity

    table = np.fromfile("table.bin").reshape(samples, features).astype(int)
    seconds, value = timed(lambda: beta_diversity("braycurtis", table, ids))
    value.condensed_form().tofile(out)
elif task in ("unifrac_unweighted", "unifrac_weighted", "unifrac_generalised"):
    import unifrac

    forms = {"unifrac_unweighted": unifrac.unweighted, "unifrac_weighted": unifrac.weighted_normalized, "unifrac_generalised": lambda t, n: unifrac.generalized(t, n, alpha=0.5)}
    form = forms[task]
    seconds, value = timed(lambda: form(biom, tree))
    np.asarray(value.condensed_form(), dtype=float).tofile(out)
elif task == "reading":
    import unifrac

    # Faith's index reads the same two files and does little besides.
    seconds, value = timed(lambda: unifrac.faith_pd(biom, tree))
    np.asarray(value, dtype=float).tofile(out)
else:
    from scipy.spatial.distance import squareform
    from skbio import DistanceMatrix
    from skbio.stats.distance import permanova

    matrix = DistanceMatrix(squareform(np.fromfile("bray.bin")), ids)
    groups = open("groups.txt").read().split("\n")[:samples]
    np.random.seed(1)
    seconds, value = timed(lambda: permanova(matrix, groups, permutations=999))
    np.array([value["test statistic"], value["p-value"]]).tofile(out)
print(f"{seconds:.9g}")
