/* Rates and observables as a library, for drivers in R and Python. */
#include "model.h"

static double person[PARAMETERS];

/* deSolve: initialiser and derivatives, with the observables as extra outputs. */
void initialise(void (*fill)(int *, double *)) { int n = PARAMETERS; fill(&n, person); }

void derivatives(int *n, double *t, double *y, double *d, double *extra, int *ip) {
  (void)n;
  rates(*t, y, person, d);
  if (ip[0] >= OBSERVABLES) observe(*t, y, person, extra);
}

/* Python: by pointers. */
void rates_of(double t, const double *y, const double *p, double *d) { rates(t, y, p, d); }
void observe_at(double t, const double *y, const double *p, double *o) { observe(t, y, p, o); }
int states(void) { return STATES; }
int parameters(void) { return PARAMETERS; }
int observables(void) { return OBSERVABLES; }
int outputs(void) { return OUTPUTS; }
int changes(void) { return CHANGES; }
const double *output_days(void) { return output_day; }
