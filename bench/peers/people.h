/* The people of a workload, as the bench writes them. */
#include <stdio.h>
#include <stdlib.h>
typedef struct { double day, state, kind, value; } change_t;

static double *read_doubles(const char *name, size_t count) {
  double *to = malloc(sizeof(double) * (count ? count : 1));
  FILE *f = fopen(name, "rb");
  if (!f || fread(to, sizeof(double), count, f) != count) { fprintf(stderr, "%s cannot be read\n", name); exit(1); }
  fclose(f);
  return to;
}

/* kind: 0 set, 1 add, 2 scale. */
static void apply(const change_t *c, double *y) {
  int i = (int)c->state;
  if (c->kind == 0) y[i] = c->value; else if (c->kind == 1) y[i] += c->value; else y[i] *= c->value;
}
