namespace Enteraxis.Statistics.Components;

/// <summary>Variance between sets, between people and by chance within a person, where the same people with the same repeats of chance meet every set.</summary>
/// <remarks>
/// y[k,j,r] = μ + S_k + P_j + C_r(j) + SP_kj + SC_kr(j): sets and people crossed, repeats within people, all random and independent. Analysis-of-variance (Searle) estimators from
/// the five mean squares MS_S, MS_P, MS_C, MS_SP, MS_SC of K sets, J people and R repeats, unbiased whatever the laws:
///   sets   = (MS_S − MS_SP) / (J R)
///   people = (MS_P − MS_SP − MS_C + MS_SC) / (K R) + (MS_SP − MS_SC) / R     (with how a set meets a person)
///   chance = MS_C / K + (1 − 1/K) MS_SC                                      (with how a set meets the chance)
/// so that the three add up to the variance of a person met once under a set of her own. With one repeat people and chance cannot be told apart: people then holds both, chance is unknown.
/// Errors: the jackknife over people and the one over sets added, for the two vary independently (as Owen's pigeonhole bootstrap does, which errs to the safe side).
/// When not: sets that meet different people (<see cref="NestedComponents"/>). Source: Searle, Casella and McCulloch, Variance Components (1992), chapter 4; Owen, Ann. Appl. Stat. 1:386 (2007).
/// </remarks>
/// <example><code>CrossedComponents c = CrossedComponents.Of([[[1, 2], [4, 3]], [[2, 2], [5, 6]]]);</code></example>
public sealed record CrossedComponents(VarianceComponent Sets, VarianceComponent People, VarianceComponent Chance)
{
    /// <param name="values">[set][person][repeat], all of one size; a person with a value that is not finite is left out of every set.</param>
    /// <returns>Unknown components with fewer than two sets or two people.</returns>
    /// <exception cref="ArgumentException">Sets or people of different sizes.</exception>
    public static CrossedComponents Of(double[][][] values)
    {
        int sets = values.Length, people = sets == 0 ? 0 : values[0].Length, repeats = people == 0 ? 0 : values[0][0].Length;
        if (values.Any(s => s.Length != people || s.Any(p => p.Length != repeats))) throw new ArgumentException("Every set needs the same people with the same number of repeats.", nameof(values));
        int[] whole = [.. Enumerable.Range(0, people).Where(j => values.All(s => s[j].All(double.IsFinite)))], all = [.. Enumerable.Range(0, sets)];
        if (sets < 2 || whole.Length < 2 || repeats < 1) return new(VarianceComponent.Unknown, VarianceComponent.Unknown, VarianceComponent.Unknown);
        double[] of = Estimate(values, all, whole, repeats);
        double[][] noPerson = [.. whole.Select((_, i) => whole.Length < 3 ? [double.NaN, double.NaN, double.NaN] : Estimate(values, all, Without(whole, i), repeats))];
        double[][] noSet = [.. all.Select(k => sets < 3 ? [double.NaN, double.NaN, double.NaN] : Estimate(values, Without(all, k), whole, repeats))];
        VarianceComponent Component(int c) => new(of[c], Math.Sqrt(Jackknife.Variance(noPerson.Length, i => noPerson[i][c]) + Jackknife.Variance(noSet.Length, k => noSet[k][c])));
        return new(Component(0), Component(1), Component(2));
    }

    private static int[] Without(int[] of, int place) => [.. of.Where((_, i) => i != place)];

    private static double[] Estimate(double[][][] values, int[] sets, int[] people, int repeats)
    {
        int k = sets.Length, j = people.Length, r = repeats;
        double[] ofSet = new double[k], ofPerson = new double[j];
        double[,] cell = new double[k, j], chance = new double[j, r];
        double grand = 0;
        for (int a = 0; a < k; a++)
            for (int b = 0; b < j; b++)
                for (int c = 0; c < r; c++)
                {
                    double y = values[sets[a]][people[b]][c];
                    ofSet[a] += y / (j * r);
                    ofPerson[b] += y / (k * r);
                    cell[a, b] += y / r;
                    chance[b, c] += y / k;
                    grand += y / (k * j * r);
                }
        double s = 0, p = 0, sp = 0, ch = 0, sc = 0;
        for (int a = 0; a < k; a++) s += Square(ofSet[a] - grand);
        for (int b = 0; b < j; b++)
        {
            p += Square(ofPerson[b] - grand);
            for (int c = 0; c < r; c++) ch += Square(chance[b, c] - ofPerson[b]);
            for (int a = 0; a < k; a++)
            {
                sp += Square(cell[a, b] - ofSet[a] - ofPerson[b] + grand);
                for (int c = 0; c < r; c++) sc += Square(values[sets[a]][people[b]][c] - cell[a, b] - chance[b, c] + ofPerson[b]);
            }
        }
        (s, p, sp) = (s * j * r / (k - 1), p * k * r / (j - 1), sp * r / ((k - 1.0) * (j - 1)));
        double between = (s - sp) / (j * r);
        if (r == 1) return [between, (p - sp) / k + sp, double.NaN];
        (ch, sc) = (ch * k / (j * (r - 1.0)), sc / ((k - 1.0) * j * (r - 1)));
        return [between, (p - sp - ch + sc) / (k * r) + (sp - sc) / r, ch / k + (1 - 1.0 / k) * sc];
    }

    private static double Square(double x) => x * x;
}
