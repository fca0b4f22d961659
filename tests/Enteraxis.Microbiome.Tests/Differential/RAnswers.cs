using System.Globalization;
using Enteraxis.Microbiome.Differential;

namespace Enteraxis.Microbiome.Tests.Differential;

/// <summary>What R says of a cohort: lm, glm or survival's clogit, wilcox.test and p.adjust; the test is skipped with a sentence where R or survival is absent.</summary>
internal static class RAnswers
{
    private const string Script = """
        suppressMessages(library(survival))
        a <- commandArgs(TRUE); d <- read.delim(a[1]); blocked <- a[2] == "yes"; covariate <- a[3] == "yes"
        x <- as.matrix(d[, -(1:3)]); l <- log(x + 0.5); l <- l - rowMeans(l); d$g <- d$group; d$b <- factor(d$block)
        right <- if (covariate) "g + age" else "g"
        for (t in seq_len(ncol(x))) {
          d$y <- l[, t]; d$z <- as.integer(x[, t] > 0)
          f <- summary(lm(as.formula(paste("y ~", right, if (blocked) "+ b" else "")), d))$coefficients["g", ]
          p <- c(NA, NA, NA)
          if (var(d$z) > 0) p <- if (blocked) {
            m <- suppressWarnings(clogit(as.formula(paste("z ~", right, "+ strata(b)")), d, method = "exact"))
            c(coef(m)["g"], sqrt(vcov(m)["g", "g"]), if (covariate) NA else summary(m)$sctest["pvalue"])
          } else {
            m <- glm(as.formula(paste("z ~", right)), binomial, d, control = list(epsilon = 1e-12, maxit = 100))
            n <- glm(if (covariate) z ~ age else z ~ 1, binomial, d, control = list(epsilon = 1e-12, maxit = 100))
            c(coef(m)["g"], sqrt(vcov(m)["g", "g"]), if (covariate) anova(n, m, test = "Rao")[2, "Pr(>Chi)"] else suppressWarnings(chisq.test(table(d$g, d$z), correct = FALSE)$p.value))
          }
          w <- if (blocked) { o <- order(d$block, -d$g); y <- d$y[o]; s <- table(d$block)
            if (all(s == 2)) wilcox.test(round(y[c(TRUE, FALSE)] - y[c(FALSE, TRUE)], 10), exact = FALSE, correct = FALSE)$p.value else NA
          } else wilcox.test(round(d$y[d$g == 1], 10), round(d$y[d$g == 0], 10), exact = FALSE, correct = FALSE)$p.value
          cat(formatC(c(f[1], f[2], f[4], p, w), digits = 15, format = "g"), sep = "\t"); cat("\n")
        }
        """;

    /// <summary>For each taxon: estimate, error and p of the linear model on CLR without correction; estimate, error and score p of presence; p of Wilcoxon's test. NaN where R gives none.</summary>
    public static double[][] Of(MadeUpCohort cohort, DifferentialDesign design)
    {
        using ScratchFolder scratch = new();
        string data = Path.Combine(scratch.Folder, "cohort.tsv");
        File.WriteAllLines(data, ["group\tage\tblock\t" + string.Join('\t', cohort.Counts[0].Select((_, t) => $"t{t}")),
            .. cohort.Counts.Select((row, s) => string.Create(CultureInfo.InvariantCulture, $"{(design.Case[s] ? 1 : 0)}\t{cohort.Design.Covariates[0][s]:R}\t{design.Blocks?[s] ?? 0}\t") + string.Join('\t', row.Select(x => x.ToString("R", CultureInfo.InvariantCulture))))]);
        return [.. Peer.R("survival", Script, data, design.Blocks is null ? "no" : "yes", design.Covariates.Count == 0 ? "no" : "yes")
            .Select(line => (double[])[.. line.Split('\t').Select(cell => double.TryParse(cell, CultureInfo.InvariantCulture, out double x) ? x : double.NaN)])];
    }
}
