/* SUNDIALS CVODE: BDF, analytic sparse Jacobian, KLU. One person at a time; restarts at every change.
   usage: cvode PEOPLE RTOL ATOL OUT.bin   prints CPU seconds and mean steps a person. */
#include "model.h"
#include "people.h"
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

static int on_rates(realtype t, N_Vector y, N_Vector d, void *p) {
  rates(t, NV_DATA_S(y), p, NV_DATA_S(d));
  return 0;
}

static int on_jacobian(realtype t, N_Vector y, N_Vector f, SUNMatrix m, void *p, N_Vector a, N_Vector b, N_Vector c) {
  for (int k = 0; k <= STATES; k++) SUNSparseMatrix_IndexPointers(m)[k] = column_start[k];
  for (int k = 0; k < ENTRIES; k++) SUNSparseMatrix_IndexValues(m)[k] = row_of[k];
  jacobian(t, NV_DATA_S(y), p, SUNSparseMatrix_Data(m));
  return 0;
}

static double cpu(void) {
  struct timespec s;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &s);
  return s.tv_sec + 1e-9 * s.tv_nsec;
}

int main(int argc, char **argv) {
  int people = atoi(argv[1]);
  double rtol = atof(argv[2]), atol = atof(argv[3]), steps = 0;
  double *y0 = read_doubles("y0.bin", (size_t)people * STATES), *p = read_doubles("p.bin", (size_t)people * PARAMETERS);
  change_t *all = (change_t *)read_doubles("changes.bin", (size_t)people * CHANGES * 4);
  double *out = malloc(sizeof(double) * people * OUTPUTS * OBSERVABLES);
  SUNContext context;
  SUNContext_Create(NULL, &context);
  N_Vector y = N_VNew_Serial(STATES, context);
  SUNMatrix matrix = SUNSparseMatrix(STATES, STATES, ENTRIES, CSC_MAT, context);
  SUNLinearSolver solver = SUNLinSol_KLU(y, matrix, context);
  void *cvode = CVodeCreate(CV_BDF, context);
  double *state = NV_DATA_S(y);
  for (int k = 0; k < STATES; k++) state[k] = y0[k];
  CVodeInit(cvode, on_rates, 0, y);
  CVodeSStolerances(cvode, rtol, atol);
  CVodeSetLinearSolver(cvode, solver, matrix);
  CVodeSetJacFn(cvode, on_jacobian);
  CVodeSetMaxNumSteps(cvode, 100000000);
  double start = cpu();
  for (int i = 0; i < people; i++) {
    const change_t *change = all + (size_t)i * CHANGES, *end = change + CHANGES;
    double *row = out + (size_t)i * OUTPUTS * OBSERVABLES, *mine = p + (size_t)i * PARAMETERS, t = 0;
    long n;
    for (int k = 0; k < STATES; k++) state[k] = y0[(size_t)i * STATES + k];
    CVodeSetUserData(cvode, mine);
    CVodeReInit(cvode, 0, y);
    for (int d = 0; d < OUTPUTS; d++) {
      /* A change at the time of an output comes before it. */
      while (change < end && change->day <= output_day[d]) {
        double day = change->day;
        CVodeSetStopTime(cvode, day);
        while (t < day) if (CVode(cvode, day, y, &t, CV_NORMAL) < 0) return 2;
        CVodeGetNumSteps(cvode, &n);
        steps += n;
        while (change < end && change->day == day) apply(change++, state);
        t = day;
        CVodeReInit(cvode, day, y);
      }
      CVodeSetStopTime(cvode, change < end ? change->day : last_day + 1);
      while (t < output_day[d]) if (CVode(cvode, output_day[d], y, &t, CV_NORMAL) < 0) return 3;
      observe(t, state, mine, row + (size_t)d * OBSERVABLES);
    }
    CVodeGetNumSteps(cvode, &n);
    steps += n;
  }
  double seconds = cpu() - start;
  FILE *f = fopen(argv[4], "wb");
  fwrite(out, sizeof(double), (size_t)people * OUTPUTS * OBSERVABLES, f);
  fclose(f);
  printf("%.9g %.6g\n", seconds, steps / people);
  return 0;
}
